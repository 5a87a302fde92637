package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import java.util.List;

/** There is one name for each class. */
final class ClassesMismatch extends Check {
  ClassesMismatch() {
    super(Rule.CLASSES_MISMATCH, List.of(Slot.DATASET, Slot.CLASS_NAMES), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    int classes = recipe.spec().dataset().classes();
    int names = recipe.spec().classNames().orElseThrow().value().size();
    if (classes == names) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.CLASS_NAMES, "value"), recipe.member(Slot.DATASET, "classes")),
            "%d class %s given for %d classes"
                .formatted(names, names == 1 ? "name is" : "names are", classes),
            "write classes = %d, or %d names".formatted(names, classes)));
  }
}
