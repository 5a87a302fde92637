package dev.recipe4j;

/** How often a schedule changes the learning rate. */
public enum Per {
  /** At every optimiser update. */
  STEP,
  /** Between epochs; constant within one. */
  EPOCH
}
