package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Inheritance;
import dev.recipe4j.rules.RuleOptions.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule: it fires, is accepted, is set to another severity, is explained. */
class EveryRuleTest {
  private static Verdict check(Rule rule, RuleOptions options) {
    return RuleEngine.check(
        Inheritance.resolve(FiringRecipes.of(rule).declaredType(), FiringRecipes.site(rule)),
        options);
  }

  private static List<Finding> findings(Rule rule, RuleOptions options) {
    return check(rule, options).findings().stream().filter(f -> f.rule() == rule).toList();
  }

  /**
   * All but those that ask the data itself, or the classes of a user, which only a compiler sees.
   */
  static List<Rule> rules() {
    return FiringRecipes.rules();
  }

  @Test
  void isListedInTheOrderOfTheRules() {
    assertEquals(
        Arrays.stream(Rule.values())
            .filter(rule -> !rule.isAskedAtRunStart() && rule != Rule.OPEN_COMPONENT)
            .toList(),
        FiringRecipes.rules());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fires(Rule rule) {
    List<Finding> findings = findings(rule, RuleOptions.STANDARD);
    assertEquals(1, findings.size(), findings::toString);
    Finding finding = findings.get(0);
    assertFalse(finding.message().endsWith("."), finding::message);
    assertFalse(finding.message().contains("\n"), finding::message);
    assertFalse(finding.fix().endsWith("."), finding::fix);
    assertTrue(finding.severity() == Severity.INFO || !finding.fix().isEmpty(), finding::text);
  }

  /**
   * A contradiction is one finding, whatever is worth knowing besides; what the runtime cannot do
   * yet is beside the point.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void firesAlone(Rule rule) {
    List<Rule> others =
        check(rule, RuleOptions.STANDARD).findings().stream()
            .filter(f -> f.severity() != Severity.INFO)
            .map(Finding::rule)
            .filter(other -> other != rule && other != Rule.NO_RUNTIME)
            .toList();
    // A warm-up as long as this is too long as well; a rejected accept accepts nothing.
    List<Rule> expected =
        switch (rule) {
          case BOUNDARY_IN_WARMUP, LR_JUMP -> List.of(Rule.WARMUP_TOO_LONG);
          default -> List.of();
        };
    assertEquals(expected, others);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isAcceptedIfItCanBe(Rule rule) {
    RecipeFixture recipe = FiringRecipes.of(rule).accepting(rule, "as published");
    Verdict verdict =
        RuleEngine.check(Inheritance.resolve(recipe.declaredType(), FiringRecipes.site(rule)));
    boolean isFound = verdict.findings().stream().anyMatch(f -> f.rule() == rule);
    boolean isAccepted = verdict.accepted().stream().anyMatch(a -> a.finding().rule() == rule);
    assertEquals(!rule.canBeAccepted(), isFound);
    assertEquals(rule.canBeAccepted(), isAccepted);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void takesAnotherSeverity(Rule rule) {
    for (Level level : Level.values()) {
      if (rule.canBeAccepted()) {
        RuleOptions options = new RuleOptions(Map.of(rule, level), false);
        List<String> expected = level == Level.OFF ? List.of() : List.of(level.name());
        assertEquals(
            expected, findings(rule, options).stream().map(f -> f.severity().name()).toList());
        boolean hasRecipe = check(rule, options).recipe().isPresent();
        assertEquals(!check(rule, options).hasErrors(), hasRecipe);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isNotMadeMilderIfStructural(Rule rule) {
    for (Level level : Level.values()) {
      boolean isMilder =
          level == Level.OFF || Severity.valueOf(level.name()).compareTo(rule.severity()) > 0;
      if (!rule.canBeAccepted() && isMilder) {
        assertThrows(
            IllegalArgumentException.class, () -> new RuleOptions(Map.of(rule, level), false));
      }
    }
    RuleOptions stricter = new RuleOptions(Map.of(rule, Level.ERROR), false);
    assertEquals(Severity.ERROR, findings(rule, stricter).get(0).severity());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void weighsMoreIfStrict(Rule rule) {
    Severity standard = findings(rule, RuleOptions.STANDARD).get(0).severity();
    Severity strict = findings(rule, new RuleOptions(Map.of(), true)).get(0).severity();
    assertEquals(standard == Severity.INFO ? Severity.INFO : Severity.ERROR, strict);
  }

  @ParameterizedTest
  @EnumSource
  void hasAPage(Rule rule) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "rules", rule + ".md"));
    assertTrue(page.startsWith("# " + rule + "\n"), page);
    assertTrue(page.contains("\n## Problem\n") && page.contains("\n## Fix\n"), page);
    assertTrue(!rule.canBeAccepted() || page.contains("\n## When to accept\n"), page);
  }

  @ParameterizedTest
  @EnumSource
  void hasARowInReadme(Rule rule) throws IOException {
    assertTrue(
        Files.readString(Path.of("..", "README.md"))
            .contains("| [%s](docs/rules/%s.md) | %s |".formatted(rule, rule, rule.summary())),
        "| [%s](docs/rules/%s.md) | %s |".formatted(rule, rule, rule.summary()));
  }

  /** Beside the one recipe above, a test at the boundary names the rule or its class. */
  @ParameterizedTest
  @MethodSource("rules")
  void isTestedAtItsBoundary(Rule rule) throws IOException {
    String type =
        Arrays.stream(rule.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining());
    boolean isNamed = false;
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java/dev/recipe4j/rules"))) {
      for (Path test : tests.filter(path -> path.toString().endsWith("RulesTest.java")).toList()) {
        String text = Files.readString(test);
        isNamed |=
            text.contains("class " + type + " {") || text.matches("(?s).*Rule\\." + rule + "\\b.*");
      }
    }
    assertTrue(isNamed, "no test of " + type);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhereItIsFound(Rule rule) {
    assertFalse(rule.places().isEmpty());
  }
}
