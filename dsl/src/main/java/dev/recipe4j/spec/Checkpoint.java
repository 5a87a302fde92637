package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * When the run is stored.
 *
 * @see dev.recipe4j.Checkpoint
 */
public record Checkpoint(int everyEpochs, int keep) implements Component {
  @Override
  public Slot slot() {
    return Slot.CHECKPOINT;
  }
}
