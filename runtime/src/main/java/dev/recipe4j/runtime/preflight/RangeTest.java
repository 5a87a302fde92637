package dev.recipe4j.runtime.preflight;

import dev.recipe4j.runtime.EngineKind;
import dev.recipe4j.runtime.Engines;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.MinibatchIterator;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.runtime.train.TrainingTask;
import dev.recipe4j.runtime.train.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final Pipeline pipeline;
  private final ImageData data;
  private EngineFactory engine = Engines.of(EngineKind.AUTO, ConvolutionAlgorithm.AUTO, note -> {});
  private int threads = Runtime.getRuntime().availableProcessors();
  private int updates = 200;
  private Optional<Path> weights = Optional.empty();

  private RangeTest(Pipeline pipeline, ImageData data) {
    this.pipeline = pipeline;
    this.data = data;
  }

  /** The search for a recipe on some images. */
  public static RangeTest of(Pipeline pipeline, ImageData data) {
    return new RangeTest(pipeline, data);
  }

  /** Computes with these engines. */
  public RangeTest engine(EngineFactory factory) {
    engine = factory;
    return this;
  }

  /** As {@link dev.recipe4j.runtime.Training#threads}. */
  public RangeTest threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one thread, not " + count);
    }
    threads = count;
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
    weights = Optional.of(file);
    return this;
  }

  /**
   * Trains, for the epochs that it takes.
   *
   * @throws dev.recipe4j.runtime.train.RunException if recipe and data do not allow training
   * @throws dev.recipe4j.runtime.data.DataException if an image cannot be read
   */
  public RangeTestCurve run() {
    TrainingTask task =
        new TrainingTask(
            pipeline.recipe(),
            pipeline.trainChain(),
            pipeline.evaluationChain(),
            data,
            pipeline.settings(),
            weights);
    task.check();
    List<Double> rates = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    try (Trial trial = Trial.asTrained(task, engine, threads)) {
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
