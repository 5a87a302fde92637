package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How findings are reported: all at once, in order, alone, with computed values. */
class FindingsTest {
  private static final String FIVE_FAULTS =
      """
      @LeNet @FashionMnist
      // error: [BOUNDARIES_ORDER]
      @PiecewiseDecay(atEpochs = {5, 5})
      // error: [VALUE_RANGE] value of @Momentum
      @Momentum(1)
      // error: [VALUE_RANGE] value of @Batch is 0
      @Batch(0)
      @LearningRate(reference = 0.05,
          // error: [VALUE_RANGE] referenceBatch
          referenceBatch = -1)
      @Recipe(epochs = 8,
          // error: [RECIPE_ID]
          id = "Five Faults")
      interface FiveFaults {}
      """;

  @ParameterizedTest
  @EnumSource
  void fiveFaultsAreFiveFindingsAndTheNeighbourIsCompiled(Compiler compiler) {
    Map<String, String> sources = Sources.of(FIVE_FAULTS, Sources.SOUND);

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
    assertEquals(5, compilation.errors().size());
    assertFalse(compilation.file("com/acme/SoundPipeline.java").contains("throw"));
    assertTrue(
        compilation
            .file("com/acme/FiveFaultsPipeline.java")
            .contains("throw new IllegalStateException(\"the recipe FiveFaults has errors\")"));
    assertTrue(compilation.has("META-INF/recipe4j/sound.md"));
  }

  @ParameterizedTest
  @EnumSource
  void findingsComeInTheOrderOfTheSourceAndThoseOfTheRecipeFirst(Compiler compiler) {
    String errors = String.join("\n", compiler.compile(Sources.of(FIVE_FAULTS)).errors());

    assertTrue(
        errors.matches("(?s).*Five Faults.*BOUNDARIES_ORDER.*@Momentum.*@Batch.*referenceBatch.*"),
        errors);
  }

  @ParameterizedTest
  @EnumSource
  void codeThatUsesThePipelineOfABrokenRecipeShowsOnlyTheFindings(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            class User {
              Object use(dev.recipe4j.runtime.data.ImageData data) {
                String id = BrokenPipeline.ID + BrokenPipeline.EPOCHS + BrokenPipeline.BATCH
                    + BrokenPipeline.PEAK_LEARNING_RATE + BrokenPipeline.CLASSES;
                new BrokenPipeline().trainChain();
                new BrokenPipeline().evaluationChain();
                BrokenPipeline.learningRate(10).at(0);
                BrokenPipeline.network().layers();
                return id + BrokenPipeline.RECIPE + BrokenPipeline.on(data);
              }
            }

            // error: [MISSING_SLOT] no component fills the slot MODEL
            @Recipe(epochs = 8) @FashionMnist @Batch(64) @Momentum @CosineDecay
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface Broken {}
            """);

    Markers.verify(sources, compiler.compile(sources));
  }

  @ParameterizedTest
  @EnumSource
  void aChangedBatchGivesTheComputedPeak(Compiler compiler) {
    String before =
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @CosineDecay @Momentum @LinearWarmup
        @Batch(256)
        @LearningRate(reference = 0.1, referenceBatch = 256,
            peak = 0.1)
        interface Changed {}
        """;
    Map<String, String> sound = Sources.of(before);
    Markers.verify(sound, compiler.compile(sound));
    Map<String, String> changed =
        Sources.of(
            before
                .replace("@Batch(256)", "@Batch(1024)")
                .replace(
                    "    peak",
                    """
                    // error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.4 at batch 1024
                    peak"""));

    Compilation compilation = compiler.compile(changed);

    Markers.verify(changed, compilation);
    assertTrue(
        compilation
            .errors()
            .get(0)
            .replaceAll("\\s+", " ")
            .contains(
                "Fix: write peak = 0.4, drop 'peak' to have it derived, or set the batch to 256."
                    + " If intended: @Accept(rule = Rule.LR_BATCH_SCALING, because = \"...\")"
                    + " See docs/rules/LR_BATCH_SCALING.md"),
        compilation::describe);
  }

  @ParameterizedTest
  @EnumSource
  void theFindingOnADefaultPointsToItsAnnotation(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 8)
            @FashionMnist @LeNet @Batch(64) @Momentum @CosineDecay
            @LearningRate(reference = 0.05, referenceBatch = 64)
            // error: [VALUE_RANGE] minScale 0.08 is greater than maxScale 0.05
            @RandomResizedCrop(value = 28, maxScale = 0.05)
            interface Cropped {}
            """);

    Markers.verify(sources, compiler.compile(sources));
  }
}
