package dev.recipe4j.runtime.train;

import dev.recipe4j.Rule;

/** A rule is broken that is asked when a run starts: a finding of severity error. */
public final class RunFindingException extends RunException {
  private static final long serialVersionUID = 1;

  /**
   * A broken rule.
   *
   * @param rule which
   * @param message what does not fit, and the remedy, in one line
   */
  RunFindingException(Rule rule, String message) {
    super("[%s] %s".formatted(rule, message));
  }
}
