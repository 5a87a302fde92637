package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Names;
import java.util.List;

/** A written recipe id is lower-case words joined by hyphens. */
final class RecipeId extends Check {
  RecipeId() {
    super(Rule.RECIPE_ID);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    DeclaredMember id = recipe.declaration().recipe().member("id");
    String value = id.value().toString();
    if (!id.written() || Names.isRecipeId(value)) {
      return List.of();
    }
    String suggestion = Names.toRecipeId(value);
    return List.of(
        finding(
            id,
            "the id \"%s\" is not lower-case words joined by hyphens".formatted(value),
            Names.isRecipeId(suggestion)
                ? "write id = \"%s\"".formatted(suggestion)
                : "write words of a-z and 0-9 joined by hyphens"));
  }
}
