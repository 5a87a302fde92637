package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Cutout;
import dev.recipe4j.spec.LabelSmoothing;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on mixed batches and smoothed labels, with shards and a smaller last batch. */
class MixedTrainingTest {
  private static final EngineFactory COMPILED =
      (network, input, threads) ->
          new CompiledEngine(network, input, threads, ConvolutionAlgorithm.DIRECT);

  @TempDir Path folder;

  /** 13 batches of 18 and one of 6, which makes shards of 9 and one of 6. */
  private static RecipeSpec recipe(int epochs, Component... more) {
    return Recipes.spots(
        Stream.concat(
                Stream.of(
                    new Recipe("spots", epochs, 1, 1),
                    new Batch(18, 2, 1, false),
                    new RandAugment(1, 3),
                    new Cutout(4),
                    new LabelSmoothing(0.1)),
                Stream.of(more))
            .toArray(Component[]::new));
  }

  private TrainingRun train(String name, RecipeSpec recipe, EngineFactory engine, int threads) {
    return Training.of(Recipes.pipeline(recipe), new Blobs(240, 60))
        .out(folder.resolve(name))
        .engine(engine)
        .threads(threads)
        .train();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void learnsFromMixedBatches(boolean isCompiled) {
    RecipeSpec recipe = recipe(8, new CutMix(1, OptionalDouble.empty()));
    TrainingRun run = train("run", recipe, isCompiled ? COMPILED : ReferenceEngine::new, 2);
    for (EpochResult epoch : run.history()) {
      assertTrue(Double.isFinite(epoch.trainLoss()));
      assertTrue(epoch.cleanTrainTop1().isPresent());
    }
    double accuracy = run.last().testTop1().orElseThrow();
    assertTrue(accuracy > 0.7, "test accuracy " + accuracy);
  }

  /** Of one mix, every batch is mixed, and none has an accuracy; of a half, some have. */
  @Test
  void accuracyIsThatOfUnmixedBatches() {
    Component always = new Mixup(1, OptionalDouble.empty());
    Component sometimes = new Mixup(1, OptionalDouble.of(0.5));
    TrainingRun mixed = train("always", recipe(1, always), COMPILED, 2);
    assertEquals(OptionalDouble.empty(), mixed.last().trainTop1());
    assertTrue(
        train("sometimes", recipe(1, sometimes), COMPILED, 2).last().trainTop1().isPresent());
  }

  /** One thread loads, or two; the engine has one in both cases, since its sums depend on them. */
  @Test
  void repeatsItselfWithAnyThreadsThatLoad() throws IOException {
    Component mix = new Mixup(0.4, OptionalDouble.of(0.7));
    train("one", recipe(3, mix), COMPILED, 1);
    train("two", recipe(3, mix), COMPILED, 2);
    assertArrayEquals(parameters("one"), parameters("two"));
  }

  private byte[] parameters(String run) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(run).resolve("checkpoints"))) {
      return Files.readAllBytes(files.max(Path::compareTo).orElseThrow());
    }
  }
}
