package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Severity;
import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.runtime.Chains;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random recipes never crash the processors; one that is accepted gets a pipeline that compiles,
 * has a learning rate that is finite and not negative, the chains that the runtime makes of its
 * spec, and hears the same findings at run time. 100 by default, 2,000 by the profile {@code slow}.
 */
class RandomRecipesTest {
  /** Few, for compilers stop after 100 errors. */
  private static final int A_COMPILATION = 8;

  private static final int COMPILATIONS = Boolean.getBoolean("recipe4j.slow") ? 250 : 13;
  private static final int SAMPLES = 200;
  private static final Pattern RULE = Pattern.compile("\\[([A-Z0-9_]+)] .*", Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource
  void areJudgedTheSameAtBuildTimeAndRunTime(Compiler compiler) throws Exception {
    int accepted = 0;
    for (int i = 0; i < COMPILATIONS; i++) {
      accepted += check(compiler, i);
    }
    assertTrue(accepted >= COMPILATIONS / 2, accepted + " recipes were sound");
  }

  /** Checks one compilation of many recipes and returns how many are sound. */
  private static int check(Compiler compiler, long seed) throws Exception {
    RandomRecipes random = new RandomRecipes(seed);
    List<String> types = new ArrayList<>();
    for (int i = 0; i < A_COMPILATION; i++) {
      types.add(random.source("Random" + i));
    }
    Compilation compilation = compiler.compile(Sources.of(types.toArray(String[]::new)));
    List<List<String>> built = findingsByRecipe(types, compilation);
    assertTrue(
        compilation.diagnostics().stream()
            .allMatch(d -> RULE.matcher(d.getMessage(Locale.ROOT)).matches()),
        compilation::describe);
    // Recipes with errors stop the compilation: compile those alone that have none.
    List<String> sound = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (built.get(i).stream().noneMatch(finding -> finding.startsWith("ERROR"))) {
        sound.add(types.get(i));
      }
    }
    Compilation again = compiler.compile(Sources.of(sound.toArray(String[]::new)));
    assertTrue(again.succeeded(), again::describe);
    try (URLClassLoader loader = loader(again)) {
      for (int i = 0; i < types.size(); i++) {
        if (sound.contains(types.get(i))) {
          checkSound(loader, "com.acme.Random" + i, built.get(i));
        }
      }
    }
    return sound.size();
  }

  private static void checkSound(ClassLoader loader, String name, List<String> built)
      throws ReflectiveOperationException {
    Pipeline pipeline =
        (Pipeline) loader.loadClass(name + "Pipeline").getConstructor().newInstance();
    RecipeSpec recipe = pipeline.recipe();
    assertEquals(pipeline.trainChain().toString(), Chains.train(recipe).toString(), name);
    assertEquals(pipeline.evaluationChain().toString(), Chains.evaluation(recipe).toString(), name);
    LearningRateCurve curve = recipe.curve(recipe.dataset().trainExamples().orElse(100_000));
    for (int i = 0; i <= SAMPLES; i++) {
      double lr = curve.at(i * (curve.updates() - 1) / SAMPLES);
      assertTrue(Double.isFinite(lr) && lr >= 0, name + ": " + lr + " of " + recipe);
    }
    List<String> now =
        RuleEngine.check(SpecReader.declare(name, recipe, List.of())).findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(RandomRecipesTest::summary)
            .sorted()
            .toList();
    assertEquals(built.stream().sorted().toList(), now, () -> name + " " + recipe);
  }

  private static String summary(Finding finding) {
    return finding.severity() + " " + finding.rule();
  }

  /** Severity and rule of each diagnostic, by the recipe in whose lines it lies. */
  private static List<List<String>> findingsByRecipe(List<String> types, Compilation compilation) {
    List<Integer> recipeOfLine = new ArrayList<>();
    Sources.HEADER.lines().forEach(line -> recipeOfLine.add(-1));
    List<List<String>> findings = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      findings.add(new ArrayList<>());
      for (int line = 0; line < types.get(i).lines().count(); line++) {
        recipeOfLine.add(i);
      }
      recipeOfLine.add(i);
    }
    for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
      Matcher rule = RULE.matcher(diagnostic.getMessage(Locale.ROOT));
      assertTrue(rule.matches(), compilation::describe);
      int recipe = recipeOfLine.get((int) diagnostic.getLineNumber() - 1);
      assertFalse(recipe < 0, compilation::describe);
      boolean isError = diagnostic.getKind() == Diagnostic.Kind.ERROR;
      findings.get(recipe).add((isError ? "ERROR " : "WARNING ") + rule.group(1));
    }
    return findings;
  }

  private static URLClassLoader loader(Compilation compilation) throws IOException {
    return new URLClassLoader(
        new URL[] {compilation.out().toUri().toURL()}, RandomRecipesTest.class.getClassLoader());
  }
}
