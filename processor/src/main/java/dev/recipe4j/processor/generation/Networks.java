package dev.recipe4j.processor.generation;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Names;
import dev.recipe4j.spec.OpenModel;
import dev.recipe4j.spec.RecipeSpec;

/** Names of networks, also of those that cannot be made while a compiler runs. */
final class Networks {
  private Networks() {}

  /** Name of the recipe's network: of the architecture, or of a user's own class. */
  static String name(RecipeSpec recipe) {
    return recipe
        .find(Slot.MODEL, OpenModel.class)
        .map(open -> Names.simple(open.type()))
        .orElseGet(() -> recipe.network().name());
  }
}
