package dev.recipe4j.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Chains;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.RecipeAssertions;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every published recipe. */
class RecipesTest {
  /** The grey stem of MobileNetV1 x0.25 lacks 2 x 9 x 8 weights of the published 215,642. */
  private static final Map<String, Long> PARAMETERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("advice-overfitted", 61_706L),
              Map.entry("advice-overfitted-advised", 61_706L),
              Map.entry("advice-underfitted", 61_706L),
              Map.entry("advice-underfitted-advised", 61_706L),
              Map.entry("fashion-mnist-lenet", 61_706L),
              Map.entry("fashion-mnist-mobilenetv1-x0-25", 215_642L - 144),
              Map.entry("cifar10-resnet18", 11_173_962L),
              Map.entry("resnet50-imagenet", 25_557_032L),
              Map.entry("caltech101-mobilenetv1-x0-25", 470_072L - 899 * 257),
              Map.entry("caltech101-mobilenetv2", 3_504_872L - 899 * 1281),
              Map.entry("caltech101-resnet50", 25_583_592L - 899 * 2049),
              Map.entry("caltech101-largest-fine-tuned", 470_072L - 980 * 257),
              Map.entry("caltech101-largest-frozen", 470_072L - 980 * 257),
              Map.entry("caltech101-largest-from-scratch", 470_072L - 980 * 257)));

  static Stream<Pipeline> pipelines() {
    return ServiceLoader.load(Pipeline.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(pipeline -> pipeline.getClass().getPackageName().startsWith("dev.recipe4j.recipes"))
        .filter(pipeline -> !pipeline.recipe().recipe().id().startsWith("test-"));
  }

  static Stream<RecipeSpec> recipes() {
    return pipelines().map(Pipeline::recipe);
  }

  @Test
  void areListed() {
    assertEquals(
        List.copyOf(PARAMETERS.keySet()),
        recipes().map(recipe -> recipe.recipe().id()).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void areSound(Pipeline pipeline) {
    RecipeAssertions.assertSound(pipeline);
  }

  /** With values set, a run builds its chains from the spec instead of the generated class. */
  @ParameterizedTest
  @MethodSource("pipelines")
  void haveTheChainsThatTheirSpecSays(Pipeline pipeline) {
    assertEquals(pipeline.trainChain().toString(), Chains.train(pipeline.recipe()).toString());
    assertEquals(
        pipeline.evaluationChain().toString(), Chains.evaluation(pipeline.recipe()).toString());
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void haveTheirCard(RecipeSpec recipe) {
    String card = "/META-INF/recipe4j/" + recipe.recipe().id();
    assertNotNull(RecipesTest.class.getResource(card + ".md"), card);
    assertNotNull(RecipesTest.class.getResource(card + ".svg"), card);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void haveThePublishedNumberOfParameters(RecipeSpec recipe) {
    NetworkAnalysis analysis = NetworkAnalysis.of(recipe.network(), recipe.inputShape());
    assertEquals(PARAMETERS.get(recipe.recipe().id()), analysis.parameters());
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void poolMoreThanOnePixel(RecipeSpec recipe) {
    NetworkAnalysis analysis = NetworkAnalysis.of(recipe.network(), recipe.inputShape());
    recipe.network().layers().stream()
        .filter(layer -> layer.name().equals("pool"))
        .map(analysis::inputShape)
        .map(Shape::height)
        .forEach(height -> assertEquals(true, height > 1, recipe.recipe().id()));
  }
}
