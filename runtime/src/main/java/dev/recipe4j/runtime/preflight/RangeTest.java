package dev.recipe4j.runtime.preflight;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.MinibatchIterator;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.train.TrainingTask;
import dev.recipe4j.runtime.train.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches a learning rate: {@code RangeTest.of(pipeline, data).run()} trains with a learning rate
 * that grows exponentially from update to update until the loss explodes (Smith, arXiv 1506.01186).
 * Starts from the parameters of the recipe and leaves nothing.
 */
public final class RangeTest {
  /** Learning rate of the first update. */
  public static final double LOWEST = 1e-7;

  /** Learning rate of the last update, if the loss does not explode before. */
  public static final double HIGHEST = 10;

  private final TrialSetup setup;
  private int updates = 200;

  private RangeTest(Pipeline pipeline, ImageData data) {
    this.setup = new TrialSetup(pipeline, data);
  }

  /** The search for a recipe on some images. */
  public static RangeTest of(Pipeline pipeline, ImageData data) {
    return new RangeTest(pipeline, data);
  }

  /** Computes with these engines. */
  public RangeTest engine(EngineFactory factory) {
    setup.engine(factory);
    return this;
  }

  /** As {@link dev.recipe4j.runtime.Training#threads}. */
  public RangeTest threads(int count) {
    setup.threads(count);
    return this;
  }

  /**
   * Updates from the lowest learning rate to the highest, at least 10; 200 if nothing is said.
   *
   * @throws IllegalArgumentException below 10
   */
  public RangeTest updates(int count) {
    if (count < 10) {
      throw new IllegalArgumentException("at least 10 updates, not " + count);
    }
    updates = count;
    return this;
  }

  /** As {@link dev.recipe4j.runtime.Training#weights}. */
  public RangeTest weights(Path file) {
    setup.weights(file);
    return this;
  }

  /**
   * Trains, for the epochs that it takes.
   *
   * @throws dev.recipe4j.runtime.train.RunException if recipe and data do not allow training
   * @throws dev.recipe4j.runtime.data.DataException if an image cannot be read
   */
  public RangeTestCurve run() {
    TrainingTask task = setup.task();
    List<Double> rates = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    try (Trial trial = Trial.asTrained(task, setup.engine(), setup.threads())) {
      int epoch = 1;
      while (rates.size() < updates && !RangeTestCurve.hasExploded(losses)) {
        train(trial, epoch++, rates, losses);
      }
    }
    return new RangeTestCurve(rates, losses);
  }

  private void train(Trial trial, int epoch, List<Double> rates, List<Double> losses) {
    try (MinibatchIterator pass = trial.batches(epoch)) {
      while (pass.hasNext() && rates.size() < updates && !RangeTestCurve.hasExploded(losses)) {
        double rate = rate(rates.size());
        losses.add(trial.update(pass.next(), rate));
        rates.add(rate);
      }
    }
  }

  private double rate(int update) {
    return LOWEST * Math.pow(HIGHEST / LOWEST, (double) update / (updates - 1));
  }
}
