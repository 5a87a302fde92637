package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Declaration.Conflict;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.List;
import java.util.stream.IntStream;

/** One class fills a single-valued slot once. */
final class DuplicateSlot extends Check {
  DuplicateSlot() {
    super(Rule.DUPLICATE_SLOT);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().conflicts().stream()
        .filter(conflict -> conflict.kind() == Conflict.Kind.DUPLICATE)
        .filter(conflict -> !DecayTwice.isDecayTwice(conflict))
        .flatMap(
            conflict ->
                IntStream.range(1, conflict.components().size())
                    .filter(i -> isTooMany(conflict, i))
                    .mapToObj(i -> finding(conflict.components().get(i), conflict)))
        .toList();
  }

  /** In a slot for several, only what is there already or exceeds it. */
  private static boolean isTooMany(Conflict conflict, int index) {
    String annotation = conflict.components().get(index).annotation();
    return index >= conflict.slot().capacity()
        || conflict.components().subList(0, index).stream()
            .anyMatch(earlier -> earlier.annotation().equals(annotation));
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
