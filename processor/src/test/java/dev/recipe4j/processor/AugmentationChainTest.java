package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stages of an augmented recipe in its pipeline, with erasures of a user's own. */
class AugmentationChainTest {
  private static final String BEGINNING =
      """
      @Recipe(epochs = 30) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
      @LearningRate(reference = 0.05, referenceBatch = 64) @RandomFlip
      """;

  private static final String OWN =
      """
      @ComponentOf(value = Slot.ERASE, implementation = Lines.class)
      @interface Stripes {
        int width();
      }

      record Lines(int width) implements dev.recipe4j.runtime.augment.PlaneOperation {
        @Override
        public void apply(
            java.nio.FloatBuffer batch,
            int start,
            dev.recipe4j.network.Shape shape,
            dev.recipe4j.runtime.data.Draw draw) {}
      }
      """;

  @ParameterizedTest
  @EnumSource
  void stagesStandInTheirOrder(Compiler compiler) {
    Compilation compilation =
        compiler.compile(
            Sources.of(
                BEGINNING
                    + """
                    @Mixup(alpha = 0.4, probability = 0.25) @LabelSmoothing @CutMix
                    @GridMask(d1 = 8, d2 = 28) @RandAugment(magnitude = 7)
                    interface Everything {}
                    """));
    assertTrue(compilation.succeeded(), compilation::describe);
    String pipeline = pipeline(compilation, "Everything");
    assertTrue(
        pipeline.contains(
            "return Decoded.images(1) .randomFlip(0.5) .randAugment(2, 7)"
                + " .normalize(List.of(0.286), List.of(0.353)) .gridMask(8, 28, 0.5, 30)"
                + " .batched() .labelSmoothing(0.1) .mixup(0.4, 0.25) .cutMix(0.2, 0.75);"),
        pipeline);
    assertTrue(pipeline.contains("public Batched<SoftLabels> trainChain()"), pipeline);
    assertTrue(pipeline.contains("public Batched<HardLabels> evaluationChain()"), pipeline);
  }

  @ParameterizedTest
  @EnumSource
  void anErasureOfTheUsersOwnIsMade(Compiler compiler) {
    Compilation compilation =
        compiler.compile(Sources.of(OWN, BEGINNING + "@Stripes(width = 3) interface Striped {}\n"));
    assertTrue(compilation.succeeded(), compilation::describe);
    String pipeline = pipeline(compilation, "Striped");
    assertTrue(pipeline.contains(".erase(new com.acme.Lines(3)) .batched()"), pipeline);
    assertTrue(pipeline.contains("public Batched<HardLabels> trainChain()"), pipeline);
  }

  @ParameterizedTest
  @EnumSource
  void anErasureIsNoPolicy(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            OWN.replace("Slot.ERASE", "Slot.POLICY"),
            BEGINNING
                + """
                // error: [AUGMENT_STAGE] Lines takes normalised images
                @Stripes(width = 3)
                interface Misplaced {}
                """);
    Markers.verify(sources, compiler.compile(sources));
  }

  private static String pipeline(Compilation compilation, String recipe) {
    return compilation.file("com/acme/%sPipeline.java".formatted(recipe)).replaceAll("\\s+", " ");
  }
}
