package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiler options that change the severity of rules. */
class OptionsTest {
  private static final String LONG_WARMUP =
      """
      @Recipe(epochs = 10)
      @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
      @Momentum @CosineDecay
      MARKER
      @LinearWarmup(epochs = 5)
      interface LongWarmup {}
      """;
  private static final String FINDING =
      "[WARMUP_TOO_LONG] a warm-up of 5 epochs is 50 % of the training of 10 epochs";

  private static Map<String, String> marked(String marker) {
    return Sources.of(LONG_WARMUP.replace("MARKER", marker));
  }

  private static Compilation compile(
      Compiler compiler, Map<String, String> sources, String... options) {
    return compiler.compile(
        sources, List.of(options), new RecipeCatalogProcessor(), new RecipeProcessor());
  }

  @ParameterizedTest
  @EnumSource
  void strictMakesAWarningAnError(Compiler compiler) {
    Map<String, String> sources = marked("// error: " + FINDING);

    Compilation compilation = compile(compiler, sources, "-Arecipe4j.strict=true");

    Markers.verify(sources, compilation);
    assertTrue(compilation.file("com/acme/LongWarmupPipeline.java").contains("throw new"));
  }

  @ParameterizedTest
  @EnumSource
  void strictIsOffUnlessAskedFor(Compiler compiler) {
    Map<String, String> sources = marked("// warning: " + FINDING);

    Markers.verify(sources, compile(compiler, sources, "-Arecipe4j.strict=false"));
  }

  @ParameterizedTest
  @EnumSource
  void aRuleThatIsOffIsNotOnTheCard(Compiler compiler) {
    Map<String, String> sources = marked("");

    Compilation compilation =
        compile(
            compiler,
            sources,
            "-Arecipe4j.strict=true",
            "-Arecipe4j.rules=EFFECTIVE_BATCH=off,WARMUP_TOO_LONG=off");

    Markers.verify(sources, compilation);
    String card = compilation.file("META-INF/recipe4j/long-warmup.md");
    assertFalse(card.contains("WARMUP_TOO_LONG") || card.contains("EFFECTIVE_BATCH"), card);
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltRuleIsAnErrorWithTheNearestNames(Compiler compiler) {
    Map<String, String> sources = marked("// warning: " + FINDING);

    Compilation compilation = compile(compiler, sources, "-Arecipe4j.rules=WARMUP_TO_LONG=error");

    assertEquals(1, compilation.errors().size(), compilation::describe);
    assertTrue(
        compilation
            .errors()
            .get(0)
            .contains(
                "recipe4j: -Arecipe4j.rules names the unknown rule 'WARMUP_TO_LONG'; did you mean"
                    + " WARMUP_TOO_LONG,"),
        compilation::describe);
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltValueIsAnErrorEvenWithoutARecipe(Compiler compiler) {
    Compilation compilation =
        compile(
            compiler, Sources.of("@Momentum @interface Nothing {}"), "-Arecipe4j.strict=always");

    assertEquals(1, compilation.errors().size(), compilation::describe);
    assertTrue(
        compilation
            .errors()
            .get(0)
            .contains("-Arecipe4j.strict is 'always', but must be true or false"));
  }
}
