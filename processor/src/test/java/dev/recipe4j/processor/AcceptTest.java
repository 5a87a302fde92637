package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code @Accept} does to findings and cards. */
class AcceptTest {
  private static final String BASE =
      """
      @Recipe(epochs = 120)
      @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @CosineDecay @LinearWarmup
      @Batch(1024)
      @LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
      @Accept(rule = Rule.LR_BATCH_SCALING, because = "measured: 0.1 | trains best")
      interface Base {}
      """;

  @ParameterizedTest
  @EnumSource
  void anAcceptedErrorYieldsAPipelineAndAppearsOnTheCard(Compiler compiler) {
    Map<String, String> sources = Sources.of(BASE);

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
    assertTrue(
        compilation.file("com/acme/BasePipeline.java").contains("PEAK_LEARNING_RATE = 0.1;"));
    String card = compilation.file("META-INF/recipe4j/base.md");
    assertTrue(
        card.contains(
            "| LR_BATCH_SCALING | measured: 0.1 \\| trains best | written | peak learning rate 0.1"
                + " does not follow linear scaling: 0.1 at batch 256 gives 0.4 at batch 1024 |"),
        card);
    assertTrue(card.contains("peak lr 0.1, as written, against 0.4 = 0.1 x 4"), card);
  }

  @ParameterizedTest
  @EnumSource
  void anInheritedAcceptHoldsWhileNothingThatItIsAboutIsReplaced(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            BASE,
            """
            @Recipe(epochs = 90) @L2Decay(1e-4)
            interface Same extends Base {}

            // error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.2 at batch 512
            @Recipe @Batch(512)
            interface Smaller extends Base {}
            """);

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
    String card = compilation.file("META-INF/recipe4j/same.md");
    assertTrue(card.contains("trains best | inherited from Base | peak learning rate 0.1"), card);
  }

  /**
   * Repeated annotations lie in a container that is not in the source: both compilers then point to
   * the name of the class.
   */
  @ParameterizedTest
  @EnumSource
  void severalAcceptsStandSideBySide(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 10)
            @LeNet @FashionMnist @Momentum @CosineDecay @LinearWarmup @Batch(64)
            @LearningRate(reference = 0.05, referenceBatch = 64, peak = 0.1)
            @Accept(rule = Rule.LR_BATCH_SCALING, because = "measured")
            @Accept(rule = Rule.WARMUP_TOO_LONG, because = "as the paper")
            interface Twice {}

            @Recipe(epochs = 100)
            @LeNet @FashionMnist @Momentum @CosineDecay @LinearWarmup @Batch(64)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            @Accept(rule = Rule.LR_BATCH_SCALING, because = "measured")
            @Accept(rule = Rule.WARMUP_TOO_LONG, because = "as the paper")
            // warning: [ACCEPT_UNNEEDED] LR_BATCH_SCALING
            // warning: [ACCEPT_UNNEEDED] WARMUP_TOO_LONG
            interface Needless {}
            """);

    Markers.verify(sources, compiler.compile(sources));
  }

  @ParameterizedTest
  @EnumSource
  void anAcceptOfASharedAnnotationIsForThoseThatNeedIt(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Momentum
            @Accept(rule = Rule.WARMUP_TOO_LONG, because = "as all of ours")
            @interface House {}

            @Recipe(epochs = 10) @House
            @LeNet @FashionMnist @CosineDecay @LinearWarmup @Batch(64)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface Needs {}

            @Recipe(epochs = 100) @House
            @LeNet @FashionMnist @CosineDecay @LinearWarmup @Batch(64)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface NeedsNot {}
            """);

    Markers.verify(sources, compiler.compile(sources));
  }
}
