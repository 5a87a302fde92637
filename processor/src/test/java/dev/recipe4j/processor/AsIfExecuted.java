package dev.recipe4j.processor;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.SpecBinder;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.RuleOptions;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;

/**
 * The rules as if the runtime could execute the whole language: for tests of what comes with it.
 */
final class AsIfExecuted {
  private AsIfExecuted() {}

  /** What the rules say, without NO_RUNTIME. */
  static Verdict check(Declaration declaration, RuleOptions options) {
    Verdict verdict = RuleEngine.check(declaration, options);
    List<Finding> findings =
        verdict.findings().stream().filter(finding -> finding.rule() != Rule.NO_RUNTIME).toList();
    boolean isSound = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    Optional<RecipeSpec> recipe = isSound ? Optional.of(bind(declaration)) : Optional.empty();
    return new Verdict(declaration, findings, verdict.accepted(), recipe);
  }

  private static RecipeSpec bind(Declaration declaration) {
    return RecipeSpec.of(
        declaration.components().stream()
            .map(component -> SpecBinder.bind(component).orElseThrow())
            .toList());
  }
}
