package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Erased cells of a grid.
 *
 * @see dev.recipe4j.HideAndSeek
 */
public record HideAndSeek() implements Component {
  @Override
  public Slot slot() {
    return Slot.ERASE;
  }
}
