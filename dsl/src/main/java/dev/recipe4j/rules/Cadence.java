package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.ArrayList;
import java.util.List;

/** The run is evaluated and stored before it ends. */
final class Cadence extends Check {
  Cadence() {
    super(Rule.CADENCE, List.of(Slot.RECIPE), List.of(Slot.CHECKPOINT));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    List<Finding> findings = new ArrayList<>();
    addLonger(recipe, Slot.RECIPE, "evaluateEvery", findings);
    if (recipe.spec().has(Slot.CHECKPOINT)) {
      addLonger(recipe, Slot.CHECKPOINT, "everyEpochs", findings);
    }
    return findings;
  }

  private void addLonger(Subject recipe, Slot slot, String name, List<Finding> findings) {
    DeclaredMember interval = recipe.member(slot, name);
    int every = (Integer) interval.value();
    int epochs = recipe.spec().recipe().epochs();
    if (every > epochs) {
      findings.add(
          finding(
              Subject.nearest(interval, recipe.member(Slot.RECIPE, "epochs")),
              "%s %d is more than the training of %s"
                  .formatted(name, every, Lengths.epochs(epochs)),
              "write %s = %d or less, or train for %s or more"
                  .formatted(name, epochs, Lengths.epochs(every))));
    }
  }
}
