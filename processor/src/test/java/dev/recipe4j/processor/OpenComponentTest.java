package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Components of a user's own, and slots that are emptied. */
class OpenComponentTest {
  /** Each type in a file of its own: pipelines name them. */
  private static final Map<String, String> OWN =
      Map.of(
          "Edge",
          """
          enum Edge { MIRROR, ZERO }
          """,
          "Cutout",
          """
          @ComponentOf(value = Slot.POLICY, implementation = Blur.class)
          @interface Cutout {
            double radius();

            Edge edge() default Edge.ZERO;

            int[] sides() default {1, 2};

            String name() default "a";

            float weight() default 0.5f;

            Class<?> type() default String.class;
          }
          """,
          "Blur",
          """
          record Blur(
                  double radius, Edge edge, int[] sides, String name, float weight, Class<?> type)
              implements dev.recipe4j.runtime.augment.ImageOperation {
            @Override
            public dev.recipe4j.runtime.data.Image apply(
                dev.recipe4j.runtime.data.Image image, dev.recipe4j.runtime.data.Draw draw) {
              return image;
            }
          }
          """,
          "HalvedEvery",
          """
          @ComponentOf(value = Slot.SCHEDULE, implementation = Halving.class)
          @interface HalvedEvery {
            int epochs();
          }
          """,
          "Halving",
          """
          record Halving(int epochs) implements dev.recipe4j.schedule.Schedule {
            @Override
            public double rate(double peak, long update, dev.recipe4j.schedule.Horizon horizon) {
              return peak * Math.pow(0.5, update / (epochs * horizon.updatesPerEpoch()));
            }
          }
          """,
          "SmallNet",
          """
          @ComponentOf(value = Slot.MODEL, implementation = Small.class)
          @interface SmallNet {}
          """,
          "Small",
          """
          class Small implements dev.recipe4j.spec.Model {
            @Override
            public dev.recipe4j.network.Network network(int classes) {
              return new dev.recipe4j.spec.LeNet().network(classes);
            }
          }
          """);

  private static final String RECIPE =
      """
      @Recipe(epochs = 8, id = "own") @SmallNet @FashionMnist @Batch(64) @Momentum
      @LearningRate(reference = 0.05, referenceBatch = 64) @HalvedEvery(epochs = 2)
      @Cutout(radius = 2)
      interface Own {}
      """;

  private static Map<String, String> sources() {
    Map<String, String> files = new HashMap<>(OWN);
    files.put("Own", RECIPE);
    Map<String, String> sources = new HashMap<>();
    files.forEach(
        (type, source) ->
            sources.put(
                "com/acme/%s.java".formatted(type),
                "package com.acme;\n"
                    + (source.contains("Slot.") || source.contains("@Recipe")
                        ? "import dev.recipe4j.*;\n"
                        : "")
                    + source));
    return sources;
  }

  /** The annotation has the simple name of one of ours, and is taken for what it is. */
  @ParameterizedTest
  @EnumSource
  void thePipelineConstructsThem(Compiler compiler) {
    Map<String, String> sources = sources();
    Compilation compilation = compiler.compile(sources);
    Markers.verify(sources, compilation);
    assertTrue(compilation.succeeded(), compilation::describe);
    String pipeline = compilation.file("com/acme/OwnPipeline.java").replaceAll("\\s+", " ");
    assertTrue(
        pipeline.contains(
            ".policy(new com.acme.Blur(2.0, com.acme.Edge.ZERO, new int[] {1, 2}, \"a\","
                + " (float) 0.5, java.lang.String.class))"),
        pipeline);
    assertTrue(pipeline.contains("Optional.of(new com.acme.Halving(2))"), pipeline);
    assertTrue(pipeline.contains("Optional.of(new com.acme.Small())"), pipeline);
    String card = compilation.file("META-INF/recipe4j/own.md");
    assertTrue(card.contains("its curve is checked when the recipe is loaded"), card);
    assertTrue(card.contains("| @Cutout | radius | 2 | written |"), card);
    assertFalse(compilation.has("META-INF/recipe4j/own.svg"));
  }

  @ParameterizedTest
  @EnumSource
  void theFixHasTheConstructor(Compiler compiler) {
    Compilation compilation =
        compiler.compile(
            Sources.of(
                """
                @ComponentOf(value = Slot.LOSS, implementation = Focal.class)
                @interface FocalLoss {
                  double gamma();

                  String[] names();
                }

                class Focal {}

                @Recipe(epochs = 8) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
                @LearningRate(reference = 0.05, referenceBatch = 64)
                @FocalLoss(gamma = 2, names = "a")
                interface WithFocal {}
                """));
    assertEquals(1, compilation.errors().size(), compilation::describe);
    assertTrue(
        compilation
            .errors()
            .get(0)
            .contains("Fix: write public Focal(double gamma, String[] names)."),
        compilation::describe);
  }

  @ParameterizedTest
  @EnumSource
  void aClassThatCannotBeMadeIsRefused(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @ComponentOf(value = Slot.SCHEDULE, implementation = Shape.class)
            @interface Shaped {}

            abstract class Shape implements dev.recipe4j.schedule.Schedule {}

            @Recipe(epochs = 8) @LeNet @FashionMnist @Batch(64) @Momentum
            @LearningRate(reference = 0.05, referenceBatch = 64)
            // error: [OPEN_COMPONENT] the pipeline cannot make Shape: it is abstract
            @Shaped
            interface Abstract {}
            """);
    Markers.verify(sources, compiler.compile(sources));
  }

  @ParameterizedTest
  @EnumSource
  void anInheritedSlotCanBeEmptied(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            @Recipe(epochs = 30) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
            @LearningRate(reference = 0.05, referenceBatch = 64) @LinearWarmup @RandomFlip
            interface Warm {}

            @Recipe @Without({Slot.WARMUP, Slot.FLIP})
            interface Cold extends Warm {}

            // error: [MISSING_SLOT] no component fills the slot BATCH
            @Recipe
            @Without(Slot.BATCH)
            interface Unbatched extends Warm {}
            """);
    Compilation compilation = compiler.compile(sources);
    Markers.verify(sources, compilation);
    String pipeline = compilation.file("com/acme/ColdPipeline.java");
    assertFalse(pipeline.contains("LinearWarmup") || pipeline.contains("randomFlip"), pipeline);
  }
}
