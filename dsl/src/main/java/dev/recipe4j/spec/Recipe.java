package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * The recipe itself: its name, length and seed.
 *
 * @see dev.recipe4j.Recipe
 */
public record Recipe(String id, int epochs, long seed, int evaluateEvery) implements Component {
  @Override
  public Slot slot() {
    return Slot.RECIPE;
  }
}
