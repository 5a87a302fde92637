package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Random operations of one strength.
 *
 * @see dev.recipe4j.RandAugment
 */
public record RandAugment(int layers, int magnitude) implements Component {
  @Override
  public Slot slot() {
    return Slot.POLICY;
  }
}
