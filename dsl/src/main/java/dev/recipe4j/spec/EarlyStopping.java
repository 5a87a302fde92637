package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * An early end.
 *
 * @see dev.recipe4j.EarlyStopping
 */
public record EarlyStopping(int patience) implements Component {
  @Override
  public Slot slot() {
    return Slot.EARLY_STOPPING;
  }
}
