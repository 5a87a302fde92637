package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.declaration.Positioned;
import java.util.Optional;

/**
 * A violation of a rule.
 *
 * @param rule the rule
 * @param severity how much this finding weighs
 * @param at what it points to: the value at fault, or the component that lacks it
 * @param message what is wrong, in one line with all numbers, without a full stop
 * @param fix what to write instead, with computed values, without a full stop; empty if there is
 *     nothing to mend
 */
public record Finding(Rule rule, Severity severity, Positioned at, String message, String fix) {

  /**
   * The finding as it is printed, the first line standing alone: message, fix, how to accept it,
   * and the page that explains the rule.
   */
  public String text() {
    StringBuilder text = new StringBuilder("[%s] %s".formatted(rule, message));
    provenance().ifPresent(words -> text.append(" (").append(words).append(')'));
    if (!fix.isEmpty()) {
      text.append("\n    Fix: ").append(fix).append('.');
    }
    if (rule.canBeAccepted() && severity != Severity.INFO) {
      text.append("\n    If intended: @Accept(rule = Rule.%s, because = \"...\")".formatted(rule));
    }
    return text.append("\n    See docs/rules/%s.md".formatted(rule)).toString();
  }

  /** The same with another severity. */
  Finding weighing(Severity other) {
    return new Finding(rule, other, at, message, fix);
  }

  private Optional<String> provenance() {
    Origin origin = at.origin();
    if (origin.isSetting()) {
      return Optional.of("set for this run");
    }
    if (!origin.isOwn()) {
      return Optional.of("inherited from " + origin.declaredBy());
    }
    if (origin.composedBy().isPresent()) {
      return Optional.of("from @" + origin.composedBy().get());
    }
    boolean defaulted = at instanceof DeclaredMember member && !member.written();
    return defaulted ? Optional.of("default") : Optional.empty();
  }
}
