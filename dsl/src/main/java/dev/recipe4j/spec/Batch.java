package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Examples per optimiser update.
 *
 * @see dev.recipe4j.Batch
 */
public record Batch(int value, int devices, int accumulate, boolean dropLast) implements Component {
  /** Number of shards that make up one update. */
  public long shards() {
    return (long) devices * accumulate;
  }

  /** Whether all shards have the same size. */
  public boolean isDivisible() {
    return value % shards() == 0;
  }

  /** Examples in one shard, the unit of batch-norm statistics. */
  public int shard() {
    return (int) (value / shards());
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
