package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.ExampleLoader;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.MinibatchIterator;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.LossWeights;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A training that is tried out and leaves nothing behind: the network with the parameters that a
 * run starts from, its batches, and the step that a run takes with each. The task has been checked.
 * For one thread.
 */
public final class Trial implements AutoCloseable {
  private final TrainingTask task;
  private final Engine engine;
  private final TrainingStep step;
  private final Minibatches batches;
  private final LossWeights weights;
  private final boolean isAsTrained;
  private long updates;

  /** Passes of the whole trial, each of which is mixed anew. */
  private int passes;

  /** Of the examples of the last batch. */
  private double weight;

  private double divisor;

  private Trial(TrainingTask task, Engine engine, Minibatches batches, boolean isAsTrained) {
    this.task = task;
    this.engine = engine;
    this.batches = batches;
    this.isAsTrained = isAsTrained;
    this.weights = task.lossWeights();
    Optional<Path> file = StartingParameters.find(task, task.weights());
    StartingParameters.fill(engine, task, file);
    this.step = new TrainingStep(engine, task.recipe(), weights);
  }

  /**
   * A trial of what a run does: augmented and mixed batches of the recipe's size, dropout.
   *
   * @param threads of the training as a whole, at least 1
   * @throws RunException if recipe and data do not allow training
   */
  public static Trial asTrained(TrainingTask task, EngineFactory engines, int threads) {
    int size = task.recipe().batch().value();
    return open(task, task.recipe().network(), task.trainChain(), size, engines, threads, true);
  }

  /**
   * A trial without chance: training images as in evaluation, hard labels, no dropout.
   *
   * @param size examples of a batch, at least 1
   * @param threads of the training as a whole, at least 1
   * @throws RunException if recipe and data do not allow training
   */
  public static Trial withoutChance(
      TrainingTask task, int size, EngineFactory engines, int threads) {
    Network network = task.recipe().network().withoutDropout();
    return open(task, network, task.evaluationChain(), size, engines, threads, false);
  }

  private static Trial open(
      TrainingTask task,
      Network network,
      ExampleLoader<?> chain,
      int size,
      EngineFactory engines,
      int threads,
      boolean isAsTrained) {
    long seed = task.recipe().recipe().seed();
    boolean dropLast = task.recipe().batch().dropLast();
    Minibatches batches =
        new Minibatches(task.data().train(), chain, size, dropLast, seed, threads);
    Shape input = batches.shape();
    Engine engine = TrainingEngine.open(task, network, input, engines, threads);
    try {
      return new Trial(task, engine, batches, isAsTrained);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** The engine with the present parameters. */
  public Engine engine() {
    return engine;
  }

  /** The batches of an epoch as they are loaded, before they are mixed. */
  public MinibatchIterator batches(int epoch) {
    return batches.shuffled(epoch);
  }

  /**
   * What the loss of the last batch would have been with equal probabilities for all classes: ln K,
   * times the mean weight of its classes.
   */
  public double uniformLoss() {
    return Math.log(engine.classes()) * weight / divisor;
  }

  /** Number of updates that were made. */
  public long updates() {
    return updates;
  }

  /**
   * Loss and gradient of a batch; only running statistics change.
   *
   * @return mean loss
   */
  public double gradient(Minibatch batch) {
    forget();
    return step.gradient(batch, this::mixed, new Tally(engine.classes()));
  }

  /** The gradient of the last batch: after an update clipped, if the recipe clips. */
  public FloatBuffer lastGradient() {
    return step.lastGradient();
  }

  /**
   * Trains on a batch once.
   *
   * @return mean loss before the update; if it is not finite, the parameters are as before
   */
  public double update(Minibatch batch, double learningRate) {
    forget();
    engine.beginUpdate(task.recipe().recipe().seed(), updates);
    double loss = step.take(batch, this::mixed, learningRate, updates, new Tally(engine.classes()));
    updates++;
    return loss;
  }

  /** A shard as it is trained on. */
  private Minibatch mixed(Minibatch shard) {
    Draw draw = Draw.ofBatch(task.recipe().recipe().seed(), 1, passes++);
    Minibatch mixed = isAsTrained ? task.trainChain().mixed(shard, draw) : shard;
    float[] target = new float[engine.classes()];
    for (int i = 0; i < mixed.size(); i++) {
      weight += weights.target(mixed, i, target);
    }
    divisor += weights.divisor(mixed);
    return mixed;
  }

  private void forget() {
    weight = 0;
    divisor = 0;
  }

  @Override
  public void close() {
    engine.close();
  }
}
