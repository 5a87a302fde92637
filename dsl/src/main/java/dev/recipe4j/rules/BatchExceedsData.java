package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Batch;
import java.util.List;
import java.util.OptionalInt;

/** A batch is not larger than the training data. */
final class BatchExceedsData extends Check {
  BatchExceedsData() {
    super(Rule.BATCH_EXCEEDS_DATA, List.of(Slot.BATCH, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    OptionalInt examples = recipe.spec().dataset().trainExamples();
    Batch batch = recipe.spec().batch();
    if (examples.isEmpty() || batch.dropLast() || batch.value() <= examples.getAsInt()) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"), recipe.member(Slot.DATASET, "trainExamples")),
            "batch %d is larger than the %d training examples: every update sees all of them"
                .formatted(batch.value(), examples.getAsInt()),
            "set the batch to %d or less".formatted(examples.getAsInt())));
  }
}
