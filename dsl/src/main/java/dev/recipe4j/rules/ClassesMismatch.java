package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.ClassWeights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** There is one name for each class, and one weight where weights are written. */
final class ClassesMismatch extends Check {
  ClassesMismatch() {
    super(
        Rule.CLASSES_MISMATCH,
        List.of(Slot.DATASET),
        List.of(Slot.CLASS_NAMES, Slot.CLASS_WEIGHTS));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Optional<Integer> names = recipe.spec().classNames().map(ClassNames::value).map(List::size);
    Optional<Integer> weights =
        recipe
            .spec()
            .classWeights()
            .filter(written -> !written.isBalanced())
            .map(ClassWeights::value)
            .map(List::size);
    return Stream.concat(
            names.flatMap(count -> finding(recipe, Slot.CLASS_NAMES, "name", count)).stream(),
            weights.flatMap(count -> finding(recipe, Slot.CLASS_WEIGHTS, "weight", count)).stream())
        .toList();
  }

  private Optional<Finding> finding(Subject recipe, Slot slot, String what, int count) {
    int classes = recipe.spec().dataset().classes();
    if (classes == count) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            Subject.nearest(recipe.member(slot, "value"), recipe.member(Slot.DATASET, "classes")),
            "%d class %s given for %d classes"
                .formatted(count, what + (count == 1 ? " is" : "s are"), classes),
            "write classes = %d, or %d %ss".formatted(count, classes, what)));
  }
}
