package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.WeightsFile;
import dev.recipe4j.spec.Ema;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a moving average of its weights, in a network with batch normalisation. */
class AveragedRunTest {
  private static final ImageData DATA = new Blobs(48, 30);
  private static final double DECAY = 0.8;
  private static final RecipeSpec RECIPE =
      Recipes.spots(new Recipe("spots", 4, 1, 1), new MobileNetV1(0.25), new Ema(DECAY));

  @TempDir Path directory;

  private static TrainingLoop loop(EngineFactory engines, TrainingListener... listeners) {
    Pipeline pipeline = Recipes.pipeline(RECIPE);
    TrainingTask task =
        new TrainingTask(
            RECIPE, pipeline.trainChain(), pipeline.evaluationChain(), DATA, List.of());
    return new TrainingLoop(task, engines, 1, List.of(listeners));
  }

  /** The recurrence in 64 bits, over what the engine holds after each update. */
  private static final class Recurrence implements TrainingListener {
    private final List<Engine> engines;
    private double[] expected = new double[0];

    Recurrence(List<Engine> engines) {
      this.engines = engines;
    }

    @Override
    public void started(RunStart start) {
      FloatBuffer parameters = engines.get(0).parameters();
      expected = new double[parameters.capacity()];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = parameters.get(i);
      }
    }

    @Override
    public void updated(int epoch, long update, double rate, double loss, double speed) {
      FloatBuffer parameters = engines.get(0).parameters();
      for (int i = 0; i < expected.length; i++) {
        expected[i] = DECAY * expected[i] + (1 - DECAY) * parameters.get(i);
      }
    }
  }

  /** Running statistics too: those of the last layers are far from 0, hence relative. */
  @Test
  void theCheckpointHoldsTheAverageOfEveryUpdate() {
    List<Engine> engines = new ArrayList<>();
    EngineFactory factory =
        (network, input, threads) -> {
          Engine engine = new ReferenceEngine(network, input, threads);
          engines.add(engine);
          return engine;
        };
    Recurrence recurrence = new Recurrence(engines);
    RunDirectory run = loop(factory, recurrence).run(directory.resolve("run"));
    FloatBuffer average = run.last().average().orElseThrow();
    assertEquals(recurrence.expected.length, average.capacity());
    for (int i = 0; i < average.capacity(); i++) {
      double expected = recurrence.expected[i];
      assertEquals(expected, average.get(i), 1e-5 * Math.max(1, Math.abs(expected)), "at " + i);
    }
    assertNotEquals(run.last().parameters(), average);
  }

  @Test
  void theAverageIsMeasuredServedAndExported() {
    Path run = directory.resolve("run");
    RunDirectory finished = loop(ReferenceEngine::new).run(run);
    FloatBuffer average = finished.best().average().orElseThrow();
    EpochResult row = EpochResult.best(finished.history());
    try (BestEpoch best = BestEpoch.open(run, ReferenceEngine::new, 1)) {
      assertEquals(average, best.engine().parameters());
      Metrics metrics =
          new Evaluator(
                  best.engine(),
                  DATA.validation(),
                  Recipes.pipeline(RECIPE).evaluationChain(),
                  16,
                  1)
              .evaluate(List.of());
      assertEquals(row.testTop1().getAsDouble(), metrics.top1());
      assertEquals(row.testLoss().getAsDouble(), metrics.loss(), 1e-12);
      Path exported = directory.resolve("best.safetensors");
      RunWeights.export(run, "recipe4j", exported);
      FloatBuffer read = FloatBuffer.allocate(average.capacity());
      try (WeightsFile file = WeightsFile.open(exported)) {
        new NetworkWeights(best.engine().network(), best.engine().layout())
            .loadBackbone(file, read);
      }
      assertEquals(average.get(0), read.get(0));
      assertNotEquals(finished.best().parameters().get(0), read.get(0));
    }
  }

  @Test
  void aStoppedRunEndsWithTheBytesOfAnUndisturbedOne() throws IOException {
    Path undisturbed = directory.resolve("undisturbed");
    loop(ReferenceEngine::new).run(undisturbed);
    Path run = directory.resolve("run");
    TrainingListener powerCut =
        new TrainingListener() {
          @Override
          public void updated(int epoch, long update, double rate, double loss, double speed) {
            if (epoch == 3) {
              throw new IllegalStateException("power cut");
            }
          }
        };
    TrainingLoop stopped = loop(ReferenceEngine::new, powerCut);
    assertThrows(IllegalStateException.class, () -> stopped.run(run));
    loop(ReferenceEngine::new).resume(run, false);
    for (String name : List.of("epoch-00003.ckpt", "epoch-00004.ckpt", "best.ckpt")) {
      assertArrayEquals(
          Files.readAllBytes(undisturbed.resolve("checkpoints").resolve(name)),
          Files.readAllBytes(run.resolve("checkpoints").resolve(name)),
          name);
    }
  }
}
