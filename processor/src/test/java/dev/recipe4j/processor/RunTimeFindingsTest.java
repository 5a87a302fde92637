package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.Pipeline;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules say when a recipe is compiled is what they say of its pipeline. */
class RunTimeFindingsTest {
  /** What a pipeline could lose: who wrote a default, where an accept comes from. */
  private static final List<String> MORE =
      List.of(
          """
          @Recipe(epochs = 8, seed = 42) @LeNet @FashionMnist @Batch(value = 64, dropLast = false)
          @LearningRate(reference = 0.05, referenceBatch = 64, scaling = LearningRate.Scaling.AUTO)
          @Momentum(0.9) @CosineDecay(floor = 0)
          interface WrittenDefaults {}
          """,
          """
          @Recipe(epochs = 10) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay @LinearWarmup
          @LearningRate(reference = 0.05, referenceBatch = 64, peak = 0.07)
          @Accept(rule = Rule.WARMUP_TOO_LONG, because = "as in the paper")
          @Accept(rule = Rule.LR_BATCH_SCALING, because = "measured")
          interface Parent {}

          @Recipe @Batch(128) @LinearWarmup(epochs = 1)
          @LearningRate(reference = 0.1, referenceBatch = 128, peak = 0.12)
          interface Child extends Parent {}
          """,
          """
          @Recipe(epochs = 10) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay @LinearWarmup
          @LearningRate(reference = 0.05, referenceBatch = 64)
          @Accept(rule = Rule.WARMUP_TOO_LONG, because = "as in the paper")
          interface Base {}

          @Recipe @Batch(128)
          interface Inheriting extends Base {}
          """);

  static Stream<String> sources() {
    return Stream.concat(
        RulesTest.sources()
            .filter(source -> !source.contains("@ComponentOf"))
            .flatMap(RunTimeFindingsTest::recipesOf),
        MORE.stream());
  }

  /** Each type alone, so that a sound one is compiled although its neighbour is not. */
  private static Stream<String> recipesOf(String source) {
    return Arrays.stream(source.split("\n\n"));
  }

  private record Said(String rule, String severity, String message, String fix) {
    static List<Said> of(Verdict verdict) {
      // What @Without empties is no part of a recipe, so a pipeline does not carry it.
      return verdict.findings().stream()
          .filter(finding -> !finding.message().startsWith("@Without"))
          .map(Said::of)
          .toList();
    }

    private static Said of(Finding finding) {
      return new Said(
          finding.rule().name(), finding.severity().name(), finding.message(), finding.fix());
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void areThoseOfTheCompiler(String source) throws Exception {
    Map<String, Verdict> verdicts = new HashMap<>();
    Compilation compilation =
        Compiler.JAVAC.compile(
            Sources.of(source),
            new RecipeProcessor((recipe, options) -> recorded(recipe, verdicts)));
    boolean isSound = verdicts.values().stream().noneMatch(Verdict::hasErrors);
    assertEquals(isSound, compilation.succeeded(), compilation::describe);
    if (!isSound) {
      return;
    }
    URL[] classes = {compilation.out().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      for (Map.Entry<String, Verdict> compiled : verdicts.entrySet()) {
        Pipeline pipeline =
            (Pipeline)
                loader
                    .loadClass("com.acme." + compiled.getKey() + "Pipeline")
                    .getConstructor()
                    .newInstance();
        Declaration declared = pipeline.declaration();
        Verdict again = RuleEngine.check(declared);
        assertEquals(Said.of(compiled.getValue()), Said.of(again));
        assertEquals(
            compiled.getValue().accepted().stream().map(a -> a.finding().message()).toList(),
            again.accepted().stream().map(a -> a.finding().message()).toList());
        assertEquals(written(compiled.getValue().declaration()), written(declared));
      }
    }
  }

  private static Verdict recorded(Declaration recipe, Map<String, Verdict> verdicts) {
    Verdict verdict = RuleEngine.check(recipe);
    verdicts.put(recipe.name(), verdict);
    return verdict;
  }

  /** The members that count as written; an id that is derived is written in the pipeline. */
  private static List<String> written(Declaration recipe) {
    List<String> written = new ArrayList<>();
    recipe
        .components()
        .forEach(
            component ->
                component.members().stream()
                    .filter(member -> member.written() && !member.name().equals("id"))
                    .forEach(member -> written.add(component.annotation() + "." + member.name())));
    return written.stream().sorted().toList();
  }
}
