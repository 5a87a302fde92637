package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalInt;

/**
 * When the run is stored; within an epoch only if {@code everySteps} are given.
 *
 * @see dev.recipe4j.Checkpoint
 */
public record Checkpoint(int everyEpochs, OptionalInt everySteps, int keep) implements Component {
  /** Stored after epochs alone. */
  public Checkpoint(int everyEpochs, int keep) {
    this(everyEpochs, OptionalInt.empty(), keep);
  }

  /** What a recipe that says nothing gets, as the defaults of the annotation. */
  static final Checkpoint USUAL = new Checkpoint(1, 3);

  /** Whether an epoch that is neither the best nor the last is stored, counted from 1. */
  public boolean stores(int epoch) {
    return epoch % everyEpochs == 0;
  }

  /**
   * Whether the run is stored within an epoch.
   *
   * @param updates optimiser updates so far, at least 1
   */
  public boolean storesStep(long updates) {
    return everySteps.isPresent() && updates % everySteps.getAsInt() == 0;
  }

  @Override
  public Slot slot() {
    return Slot.CHECKPOINT;
  }
}
