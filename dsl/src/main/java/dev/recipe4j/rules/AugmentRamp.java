package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.GridMask;
import java.util.List;

/** A ramp ends within the training (PaddleClas's GridMask: 240 epochs whatever the training). */
final class AugmentRamp extends Check {
  AugmentRamp() {
    super(Rule.AUGMENT_RAMP, List.of(Slot.ERASE, Slot.RECIPE), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    int epochs = recipe.spec().recipe().epochs();
    int ramp =
        recipe.spec().find(Slot.ERASE, GridMask.class).map(mask -> mask.ramp(epochs)).orElse(0);
    if (ramp <= epochs) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.ERASE, "rampEpochs"), recipe.member(Slot.RECIPE, "epochs")),
            "@GridMask ramps over %d epochs, the training has %d: its probability ends at %s of 1"
                .formatted(ramp, epochs, Decimals.show(Decimals.divide(epochs, ramp))),
            "write rampEpochs = %d, or drop it: the smaller of 240 and the epochs is used"
                .formatted(epochs)));
  }
}
