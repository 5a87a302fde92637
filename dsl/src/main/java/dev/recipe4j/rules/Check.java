package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.Positioned;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the violations of one rule: a pure function of the recipe. */
abstract class Check {
  private final Rule rule;
  private final Set<Slot> needs;
  private final Set<Slot> reads;

  /** A check that reads the declaration as a whole. */
  Check(Rule rule) {
    this(rule, Set.of(), Set.of());
  }

  /**
   * A check of values.
   *
   * @param rule the rule that it checks
   * @param needs slots without which it has nothing to say
   * @param mayRead slots that it reads if they are filled
   */
  Check(Rule rule, Collection<Slot> needs, Collection<Slot> mayRead) {
    this.rule = rule;
    this.needs = Set.copyOf(needs);
    Set<Slot> all = EnumSet.noneOf(Slot.class);
    all.addAll(needs);
    all.addAll(mayRead);
    this.reads = Set.copyOf(all);
  }

  final Rule rule() {
    return rule;
  }

  final Set<Slot> needs() {
    return needs;
  }

  /** All slots that it reads. */
  final Set<Slot> reads() {
    return reads;
  }

  /** Slots that it reads besides, because of what this recipe says. */
  Set<Slot> readsBesides(Declaration recipe) {
    return Set.of();
  }

  /**
   * Whether it reads values of the slot, not only which component fills it. It is not asked while
   * such a slot is at fault: one cause, one finding.
   */
  boolean readsValuesOf(Slot slot) {
    return reads.contains(slot);
  }

  /** The violations. */
  abstract List<Finding> findings(Subject recipe);

  /** A finding of the rule's own severity. */
  final Finding finding(Positioned at, String message, String fix) {
    return new Finding(rule, rule.severity(), at, message, fix);
  }

  /** A finding of the given severity. */
  final Finding finding(Severity severity, Positioned at, String message, String fix) {
    return new Finding(rule, severity, at, message, fix);
  }
}
