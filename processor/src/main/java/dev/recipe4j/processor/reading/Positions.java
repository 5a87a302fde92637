package dev.recipe4j.processor.reading;

import dev.recipe4j.declaration.Positioned;
import java.util.IdentityHashMap;

/** Where each part of one recipe was written. */
public final class Positions {
  private final Position recipe;
  private final IdentityHashMap<Positioned, Position> written = new IdentityHashMap<>();

  /**
   * Positions of one recipe.
   *
   * @param recipe its {@code @Recipe}
   */
  Positions(Position recipe) {
    this.recipe = recipe;
  }

  void put(Positioned part, Position position) {
    written.put(part, position);
  }

  /** The {@code @Recipe} of the recipe class. */
  public Position recipe() {
    return recipe;
  }

  /**
   * Where a part is written. What is inherited may stand in a class file, which has no positions:
   * it is placed at the {@code @Recipe} of the class that inherits.
   */
  public Position of(Positioned part) {
    return part.origin().isOwn() ? written.getOrDefault(part, recipe) : recipe;
  }
}
