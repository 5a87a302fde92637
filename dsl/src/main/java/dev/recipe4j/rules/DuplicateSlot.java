package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Declaration.Conflict;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.List;

/** One class fills a single-valued slot once. */
final class DuplicateSlot extends Check {
  DuplicateSlot() {
    super(Rule.DUPLICATE_SLOT);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().conflicts().stream()
        .filter(conflict -> conflict.kind() == Conflict.Kind.DUPLICATE)
        .flatMap(conflict -> conflict.components().stream().skip(1).map(c -> finding(c, conflict)))
        .toList();
  }

  private Finding finding(DeclaredComponent component, Conflict conflict) {
    return finding(
        component,
        "%s fills the slot %s that %s fills already"
            .formatted(source(component), conflict.slot(), source(conflict.components().get(0))),
        "remove one of them");
  }

  private static String source(DeclaredComponent component) {
    return "@" + component.annotation();
  }
}
