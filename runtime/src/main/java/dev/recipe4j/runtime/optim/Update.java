package dev.recipe4j.runtime.optim;

import dev.recipe4j.Slot;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.runtime.optim.DecayedUpdate.Decay;
import dev.recipe4j.spec.AdaDelta;
import dev.recipe4j.spec.Adam;
import dev.recipe4j.spec.AdamW;
import dev.recipe4j.spec.DecoupledWeightDecay;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Optimizer;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.RmsProp;
import dev.recipe4j.spec.Sgd;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What an optimiser does with a gradient, in one pass over the flat parameter vector, the same for
 * every engine. Running statistics and frozen stages are not touched.
 */
public interface Update {
  /**
   * The update that a recipe asks for.
   *
   * @throws IllegalArgumentException if there is no implementation of its optimiser
   */
  static Update of(RecipeSpec recipe, ParameterLayout layout) {
    Step step = step(recipe.optimizer(), Math.toIntExact(layout.size()));
    Transfer transfer = Transfer.of(recipe);
    Optional<DecoupledWeightDecay> decoupled = recipe.find(Slot.DECAY, DecoupledWeightDecay.class);
    if (decoupled.isPresent()) {
      double decay = decoupled.get().value();
      boolean everything = decoupled.get().normAndBias();
      return new DecayedUpdate(
          Segment.of(layout, decay, everything, transfer), Decay.DECOUPLED, step);
    }
    double decay = recipe.decay().map(L2Decay::value).orElse(0.0);
    boolean everything = recipe.decay().map(L2Decay::normAndBias).orElse(true);
    return new DecayedUpdate(Segment.of(layout, decay, everything, transfer), Decay.COUPLED, step);
  }

  private static Step step(Optimizer optimizer, int parameters) {
    if (optimizer instanceof Sgd) {
      return new GradientStep();
    } else if (optimizer instanceof Momentum momentum) {
      return new MomentumStep(momentum.value(), momentum.nesterov(), parameters);
    } else if (optimizer instanceof Adam adam) {
      return new AdamStep(adam.beta1(), adam.beta2(), adam.epsilon(), parameters);
    } else if (optimizer instanceof AdamW adam) {
      // Adam itself: what differs is the decay that goes with it.
      return new AdamStep(adam.beta1(), adam.beta2(), adam.epsilon(), parameters);
    } else if (optimizer instanceof RmsProp prop) {
      return new RmsPropStep(
          prop.form(), prop.keptSquare(), prop.addedEpsilon(), prop.momentum(), parameters);
    } else if (optimizer instanceof AdaDelta delta) {
      return new AdaDeltaStep(delta.rho(), delta.epsilon(), parameters);
    }
    throw new IllegalArgumentException(
        "no update for the optimiser " + optimizer.getClass().getSimpleName());
  }

  /**
   * Changes the parameters.
   *
   * @param parameters changed in place
   * @param gradient of the mean data loss; only read
   * @param learningRate at least 0
   * @param update number of updates before this one in the run, from 0
   */
  void apply(FloatBuffer parameters, FloatBuffer gradient, double learningRate, long update);

  /**
   * What the optimiser remembers from one update to the next: the vectors themselves, so that a
   * checkpoint can save and restore them. Zeros before the first update.
   */
  List<float[]> state();
}
