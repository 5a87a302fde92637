package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import java.util.List;

/** The run is evaluated before it ends. */
final class Cadence extends Check {
  Cadence() {
    super(Rule.CADENCE, List.of(Slot.RECIPE), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    int every = recipe.spec().recipe().evaluateEvery();
    int epochs = recipe.spec().recipe().epochs();
    if (every <= epochs) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.RECIPE, "evaluateEvery"), recipe.member(Slot.RECIPE, "epochs")),
            "evaluateEvery %d is more than the training of %s"
                .formatted(every, Lengths.epochs(epochs)),
            "write evaluateEvery = %d or less, or train for %s or more"
                .formatted(epochs, Lengths.epochs(every))));
  }
}
