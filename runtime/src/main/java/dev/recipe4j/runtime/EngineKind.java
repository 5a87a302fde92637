package dev.recipe4j.runtime;

/** Which engine computes. */
public enum EngineKind {
  /** The compiled one where it can, else the reference. */
  AUTO,
  /** Plans of oneDNN primitives: many times faster. */
  COMPILED,
  /** A DL4J graph of stock layers: runs wherever DL4J does. */
  REFERENCE
}
