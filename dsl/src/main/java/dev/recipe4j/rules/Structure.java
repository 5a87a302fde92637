package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import java.util.List;

/** A recipe is a top-level or static nested, non-private, non-generic class or interface. */
final class Structure extends Check {
  Structure() {
    super(Rule.STRUCTURE);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().site().fault().stream()
        .map(
            fault ->
                finding(
                    recipe.declaration().recipe(),
                    "%s cannot be a recipe: it is %s".formatted(recipe.declaration().name(), fault),
                    "move @Recipe to a top-level or static nested, non-private, non-generic class"
                        + " or interface"))
        .toList();
  }
}
