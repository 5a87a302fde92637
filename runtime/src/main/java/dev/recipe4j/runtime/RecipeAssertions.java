package dev.recipe4j.runtime;

import dev.recipe4j.Severity;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;

/**
 * Assertions about recipes for any test framework: {@code assertSound(new FlowersPipeline())} in a
 * test asks at run time what the compiler cannot, the numeric rules on a user's own components.
 */
public final class RecipeAssertions {
  private RecipeAssertions() {}

  /**
   * Fails unless the rules find nothing at all that is an error or a warning. A finding that is
   * meant is accepted in the recipe, with {@code @Accept}.
   *
   * @throws AssertionError with every such finding, as the compiler prints it
   */
  public static void assertSound(Pipeline pipeline) {
    Verdict verdict = RuleEngine.check(pipeline.declaration());
    String findings = FindingsText.upTo(Severity.WARNING, verdict);
    if (!findings.isEmpty()) {
      throw new AssertionError(
          "the recipe %s is not sound:%n%s".formatted(pipeline.recipe().recipe().id(), findings));
    }
  }
}
