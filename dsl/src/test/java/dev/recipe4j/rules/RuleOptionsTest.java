package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.rules.RuleOptions.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler options that change the severity of rules. */
class RuleOptionsTest {
  private static RuleOptions parse(String rules, String strict) {
    return RuleOptions.parse(Map.of("recipe4j.rules", rules, "recipe4j.strict", strict));
  }

  @Test
  void areStandardUnlessWritten() {
    assertEquals(RuleOptions.STANDARD, RuleOptions.parse(Map.of("other.option", "x")));
    assertEquals(RuleOptions.STANDARD, parse("", "false"));
  }

  @Test
  void areSeparatedByCommas() {
    assertEquals(
        new RuleOptions(
            Map.of(Rule.FINAL_LR, Level.OFF, Rule.EFFECTIVE_BATCH, Level.WARNING), true),
        parse("FINAL_LR=off, EFFECTIVE_BATCH=warning", "true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "FINAL_LT=off^false^-Arecipe4j.rules names the unknown rule 'FINAL_LT'; did you mean FINAL_LR,",
        "final_lr=off^false^-Arecipe4j.rules names the unknown rule 'final_lr'; did you mean FINAL_LR,",
        "FINAL_LR=no^false^-Arecipe4j.rules sets FINAL_LR to 'no', but must be error, warning, info or off",
        "FINAL_LR^false^-Arecipe4j.rules has 'FINAL_LR', but must be NAME=error|warning|info|off, separated by commas",
        "FINAL_LR=off,^false^-Arecipe4j.rules has '', but must be",
        "FINAL_LR=off,FINAL_LR=info^false^-Arecipe4j.rules sets FINAL_LR twice",
        "VALUE_RANGE=warning^false^VALUE_RANGE is structural and cannot be set to warning: without it a recipe has no meaning",
        "~~^yes^-Arecipe4j.strict is 'yes', but must be true or false"
      },
      quoteCharacter = '~',
      maxCharsPerColumn = 500)
  void areRefusedWithWhatIsWrong(String rules, String strict, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> parse(rules, strict));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e::getMessage);
  }

  @Test
  void anAcceptOfARuleThatIsOffIsNotCalledUnneeded() {
    RecipeFixture recipe =
        RecipeFixture.resnet50()
            .with(Batch.class, "value", 1024)
            .accepting(Rule.LARGE_BATCH_WITHOUT_WARMUP, "measured");
    Verdict verdict = recipe.verdict(parse("LARGE_BATCH_WITHOUT_WARMUP=off", "true"));
    assertEquals(
        List.of(Rule.EFFECTIVE_BATCH, Rule.SMOOTHING_SUGGESTED),
        verdict.findings().stream().map(Finding::rule).toList());
    assertTrue(verdict.recipe().isPresent());
  }

  @Test
  void strictTakesTheRecipeOfAWarning() {
    RecipeFixture recipe = RecipeFixture.resnet50().with(Batch.class, "value", 1024);
    assertTrue(recipe.verdict(RuleOptions.STANDARD).recipe().isPresent());
    Verdict strict = recipe.verdict(parse("", "true"));
    assertTrue(strict.recipe().isEmpty());
    assertEquals(
        List.of(Severity.ERROR, Severity.INFO, Severity.INFO),
        strict.findings().stream().map(Finding::severity).toList());
  }
}
