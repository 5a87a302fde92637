package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.rules.Verdict.Accepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The accepts of one recipe: which finding each covers, and what is wrong with the accepts. */
final class Accepts {
  private final Declaration declaration;

  Accepts(Declaration declaration) {
    this.declaration = declaration;
  }

  /**
   * The accept that covers the findings of a check: the recipe's own, or an inherited one while no
   * slot that the check reads is filled nearer to the leaf than the accept was written.
   */
  Optional<Acceptance> acceptanceOf(Check check) {
    return declaration.acceptances().stream()
        .filter(acceptance -> acceptance.rule() == check.rule())
        .filter(acceptance -> stillHolds(acceptance, check))
        .findFirst();
  }

  private boolean stillHolds(Acceptance acceptance, Check check) {
    return Stream.concat(check.reads().stream(), check.readsBesides(declaration).stream())
        .flatMap(slot -> declaration.find(slot).stream())
        .allMatch(component -> distance(component) >= acceptance.origin().distance());
  }

  /** {@code @Recipe} is inherited member by member: what counts is the nearest written one. */
  private static int distance(DeclaredComponent component) {
    return component.members().stream()
        .filter(member -> member.written() && !member.name().equals("id"))
        .mapToInt(member -> member.origin().distance())
        .min()
        .orElse(component.origin().distance());
  }

  /**
   * What is wrong with the accepts themselves.
   *
   * @param accepted the findings that were accepted
   * @param complete whether every rule could be asked; otherwise no accept is called unneeded
   * @param options which rules were not asked
   */
  List<Finding> findings(List<Accepted> accepted, boolean complete, RuleOptions options) {
    List<Finding> findings = new ArrayList<>();
    for (Acceptance acceptance : declaration.acceptances()) {
      if (!acceptance.origin().isOwn()) {
        continue;
      }
      Rule rule = acceptance.rule();
      boolean used = accepted.stream().anyMatch(a -> a.acceptance().equals(acceptance));
      if (!rule.canBeAccepted()) {
        findings.add(
            finding(
                Rule.ACCEPT_NOT_POSSIBLE,
                acceptance,
                rule + " cannot be accepted: " + whyNot(rule),
                "remove the @Accept and mend the recipe"));
      } else if (acceptance.because().isBlank()) {
        findings.add(
            finding(
                Rule.ACCEPT_REASON,
                acceptance,
                "the accept of " + rule + " gives no reason",
                "write because = \"...\" with the source or the experiment that justifies it"));
      } else if (!used
          && complete
          && !declaration.hasSettings()
          && !isShared(acceptance)
          && !options.isOff(rule)) {
        findings.add(
            finding(
                Rule.ACCEPT_UNNEEDED,
                acceptance,
                rule + " is accepted but not violated",
                "remove the @Accept"));
      }
    }
    return findings;
  }

  /** It came with a composed annotation, whose other users may need it. */
  private static boolean isShared(Acceptance acceptance) {
    return acceptance.origin().composedBy().isPresent();
  }

  private static String whyNot(Rule rule) {
    return rule.isAskedAtRunStart()
        ? "it is asked when a run starts"
        : "without it the recipe has no meaning";
  }

  private static Finding finding(Rule rule, Acceptance at, String message, String fix) {
    return new Finding(rule, rule.severity(), at, message, fix);
  }
}
