package dev.recipe4j.runtime.train;

/** The data breaks a rule: a finding of severity error that only a run can have. */
public final class DataMismatchException extends RunException {
  private static final long serialVersionUID = 1;

  /**
   * A broken rule.
   *
   * @param rule its name
   * @param message what does not fit, and the remedy, in one line
   */
  DataMismatchException(String rule, String message) {
    super("[%s] %s".formatted(rule, message));
  }
}
