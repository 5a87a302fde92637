package dev.recipe4j.runtime.preflight;

import dev.recipe4j.runtime.EngineKind;
import dev.recipe4j.runtime.Engines;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.runtime.train.TrainingTask;
import java.nio.file.Path;
import java.util.Optional;

/** What is tried out and by what, with the choices of a run where nothing is said. */
final class TrialSetup {
  private final Pipeline pipeline;
  private final ImageData data;
  private EngineFactory engine = Engines.of(EngineKind.AUTO, ConvolutionAlgorithm.AUTO, note -> {});
  private int threads = Runtime.getRuntime().availableProcessors();
  private Optional<Path> weights = Optional.empty();

  TrialSetup(Pipeline pipeline, ImageData data) {
    this.pipeline = pipeline;
    this.data = data;
  }

  void engine(EngineFactory factory) {
    engine = factory;
  }

  void threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one thread, not " + count);
    }
    threads = count;
  }

  void weights(Path file) {
    weights = Optional.of(file);
  }

  EngineFactory engine() {
    return engine;
  }

  int threads() {
    return threads;
  }

  /**
   * The task, checked.
   *
   * @throws dev.recipe4j.runtime.train.RunException if recipe and data do not allow training
   */
  TrainingTask task() {
    TrainingTask task =
        new TrainingTask(
            pipeline.recipe(),
            pipeline.trainChain(),
            pipeline.evaluationChain(),
            data,
            pipeline.settings(),
            weights);
    task.check();
    return task;
  }
}
