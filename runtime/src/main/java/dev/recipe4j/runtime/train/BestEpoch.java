package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The network of a run, with the parameters of the epoch that did best on the validation images.
 *
 * @param document what was trained
 * @param epoch that did best, from 1
 * @param engine computes it; closed with this
 */
public record BestEpoch(RunDocument document, int epoch, Engine engine) implements AutoCloseable {
  /**
   * Opens it.
   *
   * @param threads of the engine, at least 1
   * @throws RunException if the directory is not one of a run, or is damaged
   */
  public static BestEpoch open(Path runDirectory, EngineFactory engines, int threads) {
    RunDirectory directory = new RunDirectory(runDirectory);
    RunDocument document = directory.document();
    Checkpoint best = directory.best();
    Engine engine = engines.open(document.recipe().network(), document.input(), threads);
    int size = best.evaluated().capacity();
    if (size != engine.layout().size()) {
      long expected = engine.layout().size();
      engine.close();
      throw new RunException(
          "the checkpoint in %s has %d parameters, its recipe's network %d"
              .formatted(runDirectory, size, expected));
    }
    engine.parameters().put(0, best.evaluated(), 0, size);
    return new BestEpoch(document, best.epoch(), engine);
  }

  /**
   * Measures it class by class.
   *
   * @param examples what to measure on
   * @param chain their pre-processing
   * @param threads that decode and process images, at least 1
   * @throws RunException if there are no examples, or the network cannot take their shape
   */
  public Evaluation examine(Examples examples, Batched<HardLabels> chain, int threads) {
    RecipeSpec recipe = document.recipe();
    int batch = Math.max(1, recipe.batch().shard());
    return new Evaluator(engine, examples, chain, batch, threads).examine(recipe.topK());
  }

  /**
   * Measures the best epoch class by class, into {@code evaluation.json}.
   *
   * @param engine that has trained the network; has its own parameters again afterwards
   * @param test measures it on the validation images
   * @return why that was not possible, which is no reason to call a finished run a failure
   */
  static Optional<String> examine(RunDirectory directory, Engine engine, Evaluator test) {
    try {
      RunDocument document = directory.document();
      Checkpoint best = directory.best();
      Evaluation evaluation =
          withParameters(engine, best.evaluated(), () -> test.examine(document.recipe().topK()));
      directory.write(new EvaluationDocument(best.epoch(), document.classNames(), evaluation));
      return Optional.empty();
    } catch (RunException e) {
      return Optional.of("the best epoch was not measured class by class: " + e.getMessage());
    }
  }

  /** Computes with other parameters, and gives the engine back its own. */
  private static Evaluation withParameters(
      Engine engine, FloatBuffer parameters, Supplier<Evaluation> measurement) {
    int size = parameters.capacity();
    FloatBuffer own = FloatBuffer.allocate(size);
    own.put(0, engine.parameters(), 0, size);
    engine.parameters().put(0, parameters, 0, size);
    try {
      return measurement.get();
    } finally {
      engine.parameters().put(0, own, 0, size);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
