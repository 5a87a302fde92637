package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Mirroring left to right with a probability.
 *
 * @see dev.recipe4j.RandomFlip
 */
public record RandomFlip(double value) implements Component {
  @Override
  public Slot slot() {
    return Slot.FLIP;
  }
}
