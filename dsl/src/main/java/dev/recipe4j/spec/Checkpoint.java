package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * When the run is stored.
 *
 * @see dev.recipe4j.Checkpoint
 */
public record Checkpoint(int everyEpochs, int keep) implements Component {
  /** What a recipe that says nothing gets, as the defaults of the annotation. */
  static final Checkpoint USUAL = new Checkpoint(1, 3);

  /** Whether an epoch that is neither the best nor the last is stored, counted from 1. */
  public boolean stores(int epoch) {
    return epoch % everyEpochs == 0;
  }

  @Override
  public Slot slot() {
    return Slot.CHECKPOINT;
  }
}
