package dev.recipe4j.runtime.advice;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Extension;
import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would help a run, each change checked by the rules.
 *
 * @param changes everything that may be done, in the order in which it is best tried
 * @param together the first few of them that the rules let stand side by side
 * @param recipe the recipe with those few; empty if there is none
 */
public record Advice(List<Change> changes, List<Proposal> together, Optional<RecipeSpec> recipe) {
  /** More at once, and nobody knows what helped; a small network does not even bear so many. */
  private static final int AT_ONCE = 3;

  private static final int AT_ONCE_WHEN_SMALL = 2;

  /**
   * A change and what the rules say of it alone.
   *
   * @param proposal the change
   * @param findings those that the recipe has not without it
   */
  public record Change(Proposal proposal, List<Finding> findings) {
    public Change {
      findings = List.copyOf(findings);
    }

    /** Whether the recipe compiles with it without a new warning. */
    public boolean isSound() {
      return findings.stream().allMatch(finding -> finding.severity() == Severity.INFO);
    }
  }

  public Advice {
    changes = List.copyOf(changes);
    together = List.copyOf(together);
  }

  /**
   * Advice for a recipe.
   *
   * @param acceptances its accepts
   * @param writtenDefaults members that are written although they have their default
   */
  public static Advice of(
      Fit fit,
      RecipeSpec recipe,
      List<Acceptance> acceptances,
      Collection<String> writtenDefaults) {
    Rules rules = new Rules(recipe, acceptances, writtenDefaults);
    List<Proposal> proposals = proposals(fit, recipe);
    List<Change> changes =
        proposals.stream().map(proposal -> rules.judge(proposal, recipe)).toList();
    int atOnce =
        fit == Fit.OVERFITTED && NetworkSize.isSmall(recipe) ? AT_ONCE_WHEN_SMALL : AT_ONCE;
    List<Proposal> together = new ArrayList<>();
    RecipeSpec advised = recipe;
    while (together.size() < atOnce) {
      Optional<Proposal> next = next(proposals, together, advised, rules);
      if (next.isEmpty()) {
        break;
      }
      together.add(next.get());
      advised = next.get().change().apply(advised);
    }
    return new Advice(
        changes, together, together.isEmpty() ? Optional.empty() : Optional.of(advised));
  }

  /** The first that goes with those that are taken already. */
  private static Optional<Proposal> next(
      List<Proposal> proposals, List<Proposal> together, RecipeSpec advised, Rules rules) {
    return proposals.stream()
        .filter(proposal -> !together.contains(proposal))
        .map(proposal -> rules.judge(proposal, advised))
        .filter(Change::isSound)
        .findFirst()
        .map(Change::proposal);
  }

  private static List<Proposal> proposals(Fit fit, RecipeSpec recipe) {
    return switch (fit) {
      case OVERFITTED -> AgainstOverfitting.of(recipe);
      case UNDERFITTED -> AgainstUnderfitting.of(recipe);
      case BALANCED, UNTRAINED -> List.of();
    };
  }

  /** Asks the rules about recipes that differ from one. */
  private static final class Rules {
    private final RecipeSpec recipe;
    private final List<Acceptance> acceptances;
    private final Collection<String> writtenDefaults;
    private final Set<Rule> known = EnumSet.noneOf(Rule.class);

    Rules(RecipeSpec recipe, List<Acceptance> acceptances, Collection<String> writtenDefaults) {
      this.recipe = recipe;
      this.acceptances = acceptances;
      this.writtenDefaults = writtenDefaults;
      String name = recipe.recipe().id();
      RuleEngine.check(SpecReader.declare(name, recipe, acceptances, writtenDefaults))
          .findings()
          .forEach(finding -> known.add(finding.rule()));
    }

    /** What the rules say of a changed recipe that they do not say of the first. */
    Change judge(Proposal proposal, RecipeSpec present) {
      RecipeSpec changed = proposal.change().apply(present);
      List<Finding> findings =
          RuleEngine.check(Extension.declare(recipe, changed, acceptances, writtenDefaults))
              .findings();
      return new Change(
          proposal, findings.stream().filter(f -> !known.contains(f.rule())).toList());
    }
  }
}
