package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.LearningRate;
import java.util.List;

/** A learning rate says at which batch it is known to work. */
final class LrReferenceMissing extends Check {
  LrReferenceMissing() {
    super(Rule.LR_REFERENCE_MISSING, List.of(Slot.LEARNING_RATE), List.of(Slot.BATCH));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    LearningRate lr = recipe.spec().learningRate();
    if (lr.peak().isEmpty() || lr.reference().isPresent() || lr.referenceBatch().isPresent()) {
      return List.of();
    }
    String peak = Decimals.show(lr.peak().getAsDouble());
    String batch =
        recipe.spec().has(Slot.BATCH) ? String.valueOf(recipe.spec().batch().value()) : "...";
    return List.of(
        finding(
            recipe.member(Slot.LEARNING_RATE, "peak"),
            "peak learning rate %s does not say for which batch it is known to work"
                .formatted(peak),
            "write reference = %s, referenceBatch = %s if it is known for this batch, and drop 'peak'"
                .formatted(peak, batch)));
  }
}
