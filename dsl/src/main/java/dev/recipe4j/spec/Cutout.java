package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * One erased square.
 *
 * @see dev.recipe4j.Cutout
 */
public record Cutout(int value) implements Component {
  @Override
  public Slot slot() {
    return Slot.ERASE;
  }
}
