package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Batch;
import java.util.List;
import java.util.OptionalInt;

/** An epoch has at least one update (Pointcept issue 173). */
final class ZeroSteps extends Check {
  ZeroSteps() {
    super(Rule.ZERO_STEPS, List.of(Slot.BATCH, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    OptionalInt examples = recipe.spec().dataset().trainExamples();
    Batch batch = recipe.spec().batch();
    if (examples.isEmpty() || batch.updatesPerEpoch(examples.getAsInt()) > 0) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.BATCH, "dropLast"),
                recipe.member(Slot.DATASET, "trainExamples")),
            "an epoch has no update: dropLast leaves out all %d training examples, which do not make one batch of %d"
                .formatted(examples.getAsInt(), batch.value()),
            "set the batch to %d or less, or drop 'dropLast'".formatted(examples.getAsInt())));
  }
}
