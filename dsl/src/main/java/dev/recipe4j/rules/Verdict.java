package dev.recipe4j.rules;

import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a recipe.
 *
 * @param declaration the recipe as declared
 * @param findings what was found and not accepted
 * @param accepted what was found and accepted
 * @param recipe the recipe, if no finding is an error
 */
public record Verdict(
    Declaration declaration,
    List<Finding> findings,
    List<Accepted> accepted,
    Optional<RecipeSpec> recipe) {
  /** A finding that the author accepts, with the accept that does so. */
  public record Accepted(Finding finding, Acceptance acceptance) {}

  public Verdict {
    findings = List.copyOf(findings);
    accepted = List.copyOf(accepted);
  }

  /**
   * The accepts that the compiled recipe carries: its own, and those inherited ones that it uses.
   * With them, and nothing inherited any more, the rules say the same again.
   */
  public List<Acceptance> acceptancesInForce() {
    return declaration.acceptances().stream()
        .filter(
            acceptance ->
                acceptance.origin().isOwn()
                    || accepted.stream().anyMatch(a -> a.acceptance().equals(acceptance)))
        .toList();
  }

  /** Whether the recipe must not be compiled. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
