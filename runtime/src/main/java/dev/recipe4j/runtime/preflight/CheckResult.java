package dev.recipe4j.runtime.preflight;

import java.util.Optional;

/**
 * What one check before a run found.
 *
 * @param name what was checked, in a few words
 * @param outcome whether it is as it should be
 * @param message what was found, with its numbers, and what it means
 * @param remedy what to do; empty if all is well
 */
public record CheckResult(String name, Outcome outcome, String message, Optional<String> remedy) {
  /** How a check ended. */
  public enum Outcome {
    OK,
    /** Unusual, but a run may be right all the same. */
    WARNING,
    /** A run would be in vain. */
    FAILED
  }

  static CheckResult ok(String name, String message) {
    return new CheckResult(name, Outcome.OK, message, Optional.empty());
  }

  static CheckResult warning(String name, String message, String remedy) {
    return new CheckResult(name, Outcome.WARNING, message, Optional.of(remedy));
  }

  static CheckResult failed(String name, String message, String remedy) {
    return new CheckResult(name, Outcome.FAILED, message, Optional.of(remedy));
  }
}
