package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.optim.Clip;
import dev.recipe4j.runtime.optim.Update;
import dev.recipe4j.runtime.optim.WeightAverage;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What one batch does to the parameters, always in this order: gradient of each shard, their mean,
 * clipping of that mean, update, moving average. Clipping shard by shard, or after the learning
 * rate, is another method (torchvision pull request 4874, Pytorch-UNet issue 470).
 */
final class TrainingStep {
  private final Engine engine;
  private final BatchGradient gradient;
  private final Clip clip;
  private final Update update;
  private final Optional<WeightAverage> average;

  /**
   * The step that a recipe asks for, with its memory.
   *
   * @param engine with the parameters that the run starts from
   * @param weights of the classes in the loss
   */
  TrainingStep(Engine engine, RecipeSpec recipe, LossWeights weights) {
    int shard = Math.max(1, recipe.batch().shard());
    this.engine = engine;
    this.gradient = new BatchGradient(engine, recipe.batch().value(), shard, weights);
    this.clip = Clip.of(recipe, engine.layout());
    this.update = Update.of(recipe, engine.layout());
    this.average = WeightAverage.of(recipe, engine.parameters());
  }

  /**
   * Trains on a batch.
   *
   * @param mix what happens to a shard as a whole before it is trained on
   * @param learningRate of this update
   * @param updates number of updates before this one
   * @param tally takes the loss and the ranks of the batch as trained
   * @return mean loss of the batch; if it is not finite, the parameters are as before
   */
  double take(
      Minibatch batch,
      UnaryOperator<Minibatch> mix,
      double learningRate,
      long updates,
      Tally tally) {
    double loss = gradient.compute(batch, mix, tally);
    if (Double.isFinite(loss)) {
      clip.apply(gradient.gradient());
      update.apply(engine.parameters(), gradient.gradient(), learningRate, updates);
      if (average.isPresent()) {
        average.get().add(engine.parameters());
      }
    }
    return loss;
  }

  /** Loss and gradient of a batch without an update; as {@link #take} otherwise. */
  double gradient(Minibatch batch, UnaryOperator<Minibatch> mix, Tally tally) {
    return gradient.compute(batch, mix, tally);
  }

  /** The gradient of the last batch. */
  FloatBuffer lastGradient() {
    return gradient.gradient();
  }

  /** What the optimiser remembers; see {@link Update#state()}. */
  List<float[]> state() {
    return update.state();
  }

  /** The moving average of the parameters itself, not a copy; empty if the recipe has none. */
  Optional<FloatBuffer> average() {
    return average.map(WeightAverage::values);
  }

  /** Measures with the moving average in place of the parameters, if there is one. */
  Metrics measured(Supplier<Metrics> evaluation) {
    average.ifPresent(values -> values.exchange(engine.parameters()));
    try {
      return evaluation.get();
    } finally {
      average.ifPresent(values -> values.exchange(engine.parameters()));
    }
  }
}
