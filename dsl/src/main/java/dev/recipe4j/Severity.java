package dev.recipe4j;

/** How much a finding weighs. */
public enum Severity {
  /** A contradiction: the recipe is not compiled. */
  ERROR,
  /** Unusual but legal: the recipe is compiled. */
  WARNING,
  /** Worth knowing: on the recipe card only. */
  INFO
}
