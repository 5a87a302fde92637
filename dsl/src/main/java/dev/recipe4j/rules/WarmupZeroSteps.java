package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import java.util.List;
import java.util.OptionalInt;

/** A warm-up lasts at least one update. */
final class WarmupZeroSteps extends Check {
  WarmupZeroSteps() {
    super(Rule.WARMUP_ZERO_STEPS, List.of(Slot.WARMUP, Slot.BATCH, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Warmup warmup = recipe.spec().warmup();
    OptionalInt examples = recipe.spec().dataset().trainExamples();
    // A whole epoch is never rounded to nothing, and the longest do not fit a number of updates.
    if (warmup.epochs() == 0 || warmup.epochs() >= 1 || examples.isEmpty()) {
      return List.of();
    }
    long updates = recipe.spec().batch().updatesPerEpoch(examples.getAsInt());
    if (updates == 0 || warmup.updates(updates) > 0) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.WARMUP, "epochs"),
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.DATASET, "trainExamples")),
            "a warm-up of %s is %s of the %s of an epoch, which rounds to 0"
                .formatted(
                    Lengths.epochs(warmup.epochs()),
                    Decimals.show(Decimals.times(warmup.epochs(), updates)),
                    Decimals.count(updates, "update")),
            "write epochs = %s or more, or remove the warm-up"
                .formatted(Decimals.show(Math.ceil(5e3 / updates) / 1e4))));
  }
}
