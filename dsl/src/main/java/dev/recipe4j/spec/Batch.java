package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Examples per optimiser update.
 *
 * @see dev.recipe4j.Batch
 */
public record Batch(int value, int devices, int accumulate, boolean dropLast) implements Component {
  /** Examples in one shard, the unit of batch-norm statistics. */
  public int shard() {
    return value / (devices * accumulate);
  }

  /**
   * Optimiser updates in one epoch over the given number of examples; 0 if every one is dropped.
   */
  public long updatesPerEpoch(long examples) {
    return dropLast ? examples / value : (examples + value - 1) / value;
  }

  @Override
  public Slot slot() {
    return Slot.BATCH;
  }
}
