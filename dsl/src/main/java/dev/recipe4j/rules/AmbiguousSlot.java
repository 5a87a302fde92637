package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Declaration.Conflict;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.List;

/** A slot is inherited, or composed at one depth, from one place only. */
final class AmbiguousSlot extends Check {
  AmbiguousSlot() {
    super(Rule.AMBIGUOUS_SLOT);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().conflicts().stream()
        .filter(conflict -> conflict.kind() == Conflict.Kind.AMBIGUOUS)
        .filter(conflict -> !DecayTwice.isDecayTwice(conflict))
        .flatMap(conflict -> conflict.components().stream().skip(1).map(c -> finding(c, conflict)))
        .toList();
  }

  private Finding finding(DeclaredComponent component, Conflict conflict) {
    return finding(
        component,
        "%s fills the slot %s differently from %s"
            .formatted(source(component), conflict.slot(), source(conflict.components().get(0))),
        "write the component of the slot %s on the recipe itself".formatted(conflict.slot()));
  }

  private static String source(DeclaredComponent component) {
    return "@%s of %s"
        .formatted(
            component.annotation(),
            component
                .origin()
                .composedBy()
                .map(by -> "@" + by)
                .orElse(component.origin().declaredBy()));
  }
}
