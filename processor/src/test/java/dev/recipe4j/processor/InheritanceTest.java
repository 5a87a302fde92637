package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What recipes inherit and compose, and where findings in it are reported. */
class InheritanceTest {
  private static final String BASE =
      """
      @Recipe(epochs = 120)
      @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @Batch(256)
      @LearningRate(reference = 0.1, referenceBatch = 256)
      @PiecewiseDecay(atEpochs = {30, 60, 90})
      interface Base {}
      """;

  @ParameterizedTest
  @EnumSource
  void replacesSlotsAndDerivesThePeakAnew(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            BASE,
            """
            @Recipe(id = "large") @Batch(value = 8192, devices = 8, accumulate = 4) @LinearWarmup
            interface Large extends Base {}
            """);

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
    String pipeline = compilation.file("com/acme/LargePipeline.java");
    assertTrue(pipeline.contains("PEAK_LEARNING_RATE = 3.2;"), pipeline);
    assertTrue(pipeline.contains("EPOCHS = 120;"), pipeline);
    String card = compilation.file("META-INF/recipe4j/large.md");
    assertTrue(card.contains("batch 8192 = 8 devices x 4 x 256; peak lr 3.2 = 0.1 x 32"), card);
    assertTrue(card.contains("decay at 30/60/90 acts at epochs 35/65/95"), card);
    assertTrue(card.contains("| @Recipe | epochs | 120 | inherited from Base |"), card);
    assertTrue(
        card.contains("| @Dataset | classes | 1000 | inherited from Base, from @ImageNet1k |"),
        card);
  }

  @ParameterizedTest
  @EnumSource
  void reportsOnTheLeafWhatIsInherited(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            BASE.replace("@Recipe(epochs = 120)", ""),
            """
            @Momentum
            // error: [BOUNDARY_UNREACHED] boundary 90 is never reached in 80 epochs
            @Recipe(epochs = 80)
            interface Leaf extends Base {}

            @ResNet(depth = 50)
            // error: [VALUE_RANGE] value of @Momentum is 1, but must be at least 0 and below 1 (inherited from FastBase)
            @Recipe(epochs = 120)
            class OtherLeaf extends FastBase {}

            @Momentum(1)
            class FastBase implements Base {}
            """);

    Markers.verify(sources, compiler.compile(sources));
  }

  @ParameterizedTest
  @EnumSource
  void readsParentsFromClassFiles(Compiler compiler) {
    Compilation library =
        compiler.compile(
            Map.of(
                "lib/Base.java",
                "package lib;\nimport dev.recipe4j.*;\n"
                    + BASE.replace("interface", "public interface")));
    Map<String, String> sources =
        Sources.of(
            """
            // error: [BOUNDARY_UNREACHED] boundary 90 is never reached in 80 epochs: the learning rate falls 2 of 3 times
            @Recipe(epochs = 80)
            interface Leaf extends lib.Base {}

            // error: [VALUE_RANGE] value of @Momentum is 2
            @Recipe
            interface Sound2 extends lib.Base, Fast {}

            @Momentum(2)
            interface Fast {}
            """);

    Compilation compilation = compiler.compileAgainst(library, sources);

    assertEquals(2, compilation.errors().size(), compilation::describe);
  }

  @ParameterizedTest
  @EnumSource
  void twoParentsThatDifferAreAmbiguous(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            BASE,
            """
            @Batch(512)
            interface Wide {}

            // error: [AMBIGUOUS_SLOT] @Batch of Wide fills the slot BATCH differently from @Batch of Base (inherited from Wide)
            @Recipe
            interface Both extends Base, Wide {}

            @Recipe @Batch(512)
            interface Decided extends Base, Wide {}
            """);

    Markers.verify(sources, compiler.compile(sources));
  }

  @ParameterizedTest
  @EnumSource
  void expandsComposedAnnotations(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Dataset(classes = 5, trainExamples = 3670, imageSize = 28, channels = 1)
            @Normalize(mean = 0.5, std = 0.25)
            @interface Flowers {}

            @Flowers @Momentum(1.0) @Cyclic
            @interface House {}

            @Cyclic
            @interface Cyclic {}

            @Recipe(epochs = 8)
            @LeNet @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64) @CosineDecay
            // error: [VALUE_RANGE] value of @Momentum is 1, but must be at least 0 and below 1 (from @House)
            @House
            interface FromHouse {}

            @Recipe(epochs = 8)
            @LeNet @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64) @CosineDecay
            @House @Momentum
            interface Nearest {}
            """);

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
    String card = compilation.file("META-INF/recipe4j/nearest.md");
    assertTrue(card.contains("| @Dataset | trainExamples | 3670 | from @House |"), card);
    assertTrue(card.contains("| @Normalize | mean | {0.5} | from @House |"), card);
    assertTrue(card.contains("| @Momentum | value | 0.9 | default |"), card);
  }
}
