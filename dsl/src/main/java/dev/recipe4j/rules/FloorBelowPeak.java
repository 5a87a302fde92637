package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.CosineDecay;
import java.util.List;

/** The floor of a cosine lies below the peak learning rate. */
final class FloorBelowPeak extends Check {
  FloorBelowPeak() {
    super(
        Rule.VALUE_RANGE,
        List.of(Slot.SCHEDULE, Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER),
        List.of());
  }

  /** Which optimiser it is decides how the learning rate scales; its values do not. */
  @Override
  boolean readsValuesOf(Slot slot) {
    return slot != Slot.OPTIMIZER && super.readsValuesOf(slot);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!(recipe.spec().schedule() instanceof CosineDecay cosine)
        || cosine.floor() < recipe.spec().peak()) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.SCHEDULE, "floor"),
            "floor %s is not below the peak learning rate %s"
                .formatted(Decimals.show(cosine.floor()), Decimals.show(recipe.spec().peak())),
            "drop 'floor' to end at 0, or write a value below "
                + Decimals.show(recipe.spec().peak())));
  }
}
