package dev.recipe4j;

/**
 * A place in a recipe that a component fills: one annotation type names its slot with {@link
 * ComponentOf}, and the compiler checks how many components fill each slot.
 */
public enum Slot {
  /** The recipe itself: id, epochs, seed. */
  RECIPE(true),
  /** The network. */
  MODEL(true),
  /** The facts of the data set. */
  DATASET(true),
  /** The names of the classes. */
  CLASS_NAMES(false),
  /** Examples per optimiser update. */
  BATCH(true),
  /** Peak learning rate. */
  LEARNING_RATE(true),
  /** How a gradient changes the parameters. */
  OPTIMIZER(true),
  /** How the learning rate falls after the warm-up. */
  SCHEDULE(true),
  /** How the learning rate rises at the start. */
  WARMUP(false),
  /** Weight decay. */
  DECAY(false),
  /** Which part of a training image is seen, and at which size. */
  CROP(false),
  /** Which part of an evaluated image is seen. */
  EVALUATION(false),
  /** Mirroring. */
  FLIP(false),
  /** Mean and standard deviation of the input channels. */
  NORMALIZE(true);

  private final boolean required;

  Slot(boolean required) {
    this.required = required;
  }

  /** Whether every recipe must fill this slot. */
  public boolean isRequired() {
    return required;
  }
}
