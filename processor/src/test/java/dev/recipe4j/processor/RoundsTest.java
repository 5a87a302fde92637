package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recipes that need what another processor generates, and what never comes. */
class RoundsTest {
  /** Generates sources in the first round. */
  static final class Generator extends AbstractProcessor {
    private final Map<String, String> sources;
    private boolean done;

    Generator(Map<String, String> sources) {
      this.sources = sources;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        sources.forEach(this::write);
      }
      done = true;
      return false;
    }

    private void write(String type, String source) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(type).openWriter()) {
        writer.write(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final Map<String, String> GENERATED =
      Map.of(
          "com.acme.Flowers",
          """
          package com.acme;
          @dev.recipe4j.Dataset(classes = 5, trainExamples = 3670, imageSize = 28, channels = 1)
          @dev.recipe4j.Normalize(mean = 0.5, std = 0.25)
          public @interface Flowers {}
          """,
          "com.acme.Facts",
          """
          package com.acme;
          public final class Facts {
            public static final int BATCH = 32;
          }
          """,
          "com.acme.Base",
          """
          package com.acme;
          @dev.recipe4j.LeNet
          @dev.recipe4j.LearningRate(reference = 0.05, referenceBatch = 32)
          public interface Base {}
          """);

  @ParameterizedTest
  @EnumSource
  void waitsForWhatIsGenerated(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 8) @LeNet @Flowers @Momentum @CosineDecay @Batch(64)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface NeedsAnAnnotation {}

            @Recipe(epochs = 8) @LeNet @FashionMnist @Momentum @CosineDecay @Batch(Facts.BATCH)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface NeedsAConstant {}

            @Recipe(epochs = 8) @Mine @Momentum @CosineDecay @Batch(Facts.BATCH)
            interface NeedsAParent extends Base {}

            @Flowers
            @interface Mine {}

            class User {
              int batch = NeedsAParentPipeline.BATCH + NeedsAConstantPipeline.BATCH;
            }
            """,
            Sources.SOUND);

    Compilation compilation =
        compiler.compile(
            sources, new Generator(GENERATED), new RecipeCatalogProcessor(), new RecipeProcessor());

    Markers.verify(sources, compilation);
    assertTrue(compilation.succeeded(), compilation::describe);
    assertTrue(
        compilation.file("com/acme/NeedsAnAnnotationPipeline.java").contains("CLASSES = 5;"));
    assertTrue(compilation.file("com/acme/NeedsAConstantPipeline.java").contains("BATCH = 32;"));
    assertTrue(compilation.file("com/acme/NeedsAParentPipeline.java").contains("CLASSES = 5;"));
    assertTrue(compilation.has("com/acme/SoundPipeline.class"));
  }

  /** javac 17 hides an annotation that does not exist, and reports it itself. */
  @ParameterizedTest
  @EnumSource
  void saysInTheEndWhichAnnotationIsMissing(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 8) @LeNet @Flowers @Momentum @CosineDecay @Batch(64)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface Lacking {}

            class User {
              String id = LackingPipeline.ID;
            }
            """,
            Sources.SOUND);

    Compilation compilation = compiler.compile(sources);

    String errors = String.join("\n", compilation.errors());
    assertTrue(
        errors.contains("recipe4j cannot check Lacking: cannot resolve @Flowers")
            || errors.contains("no component fills the slot DATASET"),
        compilation::describe);
    assertFalse(errors.contains("LackingPipeline"), compilation::describe);
    assertFalse(compilation.file("com/acme/SoundPipeline.java").contains("throw"));
  }

  @ParameterizedTest
  @EnumSource
  void saysInTheEndWhichParentIsMissing(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            "@Recipe(epochs = 8) %s interface Orphan extends Gone {}"
                .formatted(Sources.SOUND_PARTS));

    assertEquals(
        List.of("recipe4j cannot check Orphan: cannot resolve Gone"), ours(compiler, sources));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichConstantIsMissing(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 8) @LeNet @FashionMnist @Momentum
            @LearningRate(reference = 0.05, referenceBatch = 64) @CosineDecay @Batch(Gone.BATCH)
            interface NoConstant {}
            """);

    assertEquals(
        List.of("recipe4j cannot check NoConstant: cannot resolve the value of 'value' in @Batch"),
        ours(compiler, sources));
  }

  /** Such errors stop javac before any processor runs; ECJ runs them all the same. */
  @ParameterizedTest
  @EnumSource
  void aMissingOrMistypedValueIsNoFaultOfTheProcessor(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 8) @LeNet @FashionMnist @Momentum @CosineDecay @Batch("64")
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface TextBatch {}

            @Recipe(epochs = 8) @LeNet @FashionMnist @Momentum @CosineDecay @Batch(devices = 2)
            @LearningRate(reference = 0.05, referenceBatch = 64)
            interface NoBatch {}
            """);

    Compilation compilation = compiler.compile(sources);

    assertFalse(compilation.succeeded());
    assertFalse(compilation.describe().contains("please report"), compilation::describe);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAPipelineThatWasWrittenTooEarly(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            "@Recipe(epochs = 8) @Late %s interface Early {}".formatted(Sources.SOUND_PARTS));
    Generator late =
        new Generator(
            Map.of(
                "com.acme.Late",
                "package com.acme; @dev.recipe4j.L2Decay(1e-4) public @interface Late {}"));

    Compilation compilation = compiler.compile(sources, late, new RecipeProcessor());

    boolean isComplete =
        compilation.file("com/acme/EarlyPipeline.java").contains("new L2Decay(1e-4, true)");
    assertEquals(isComplete, compilation.succeeded(), compilation::describe);
    assertEquals(
        isComplete ? 0 : 1,
        compilation.errors().stream().filter(e -> e.contains("before all of its")).count());
  }

  private static List<String> ours(Compiler compiler, Map<String, String> sources) {
    return compiler.compile(sources).errors().stream()
        .filter(error -> error.contains("recipe4j cannot check"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfTheProcessorIsAMessage(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            // error: recipe4j failed on Unlucky: java.lang.IllegalStateException: no luck: please report
            @Recipe(epochs = 8) PARTS
            interface Unlucky {}
            """
                .replace("PARTS", Sources.SOUND_PARTS));
    RecipeProcessor failing =
        new RecipeProcessor(
            (declaration, options) -> {
              throw new IllegalStateException("no luck");
            });

    Compilation compilation = compiler.compile(sources, failing);

    assertEquals(
        List.of(
            "recipe4j failed on Unlucky: java.lang.IllegalStateException: no luck: please report"),
        compilation.errors());
  }
}
