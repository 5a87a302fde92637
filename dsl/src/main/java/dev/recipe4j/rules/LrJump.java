package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The learning rate does not jump where the warm-up ends. The other places where it may change by
 * much from one update to the next are boundaries, which the recipe declares.
 */
final class LrJump extends RateCheck {
  LrJump() {
    super(
        Rule.LR_JUMP,
        List.of(
            Slot.RECIPE,
            Slot.DATASET,
            Slot.BATCH,
            Slot.LEARNING_RATE,
            Slot.OPTIMIZER,
            Slot.SCHEDULE,
            Slot.WARMUP),
        List.of());
  }

  private static final double LARGE_SHARE = 0.2;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    // A piecewise decay jumps only at its boundaries.
    if (spec.warmup().epochs() == 0 || spec.schedule() instanceof PiecewiseDecay) {
      return List.of();
    }
    return RateCurve.of(spec).stream().flatMap(curve -> jump(recipe, curve).stream()).toList();
  }

  private Optional<Finding> jump(Subject recipe, LearningRateCurve curve) {
    double peak = curve.peak();
    double after = curve.at(curve.warmupUpdates());
    if (!Decimals.exceeds(peak - after, Decimals.times(LARGE_SHARE, peak))) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.WARMUP, "shift"),
                recipe.member(Slot.WARMUP, "epochs"),
                recipe.member(Slot.RECIPE, "epochs")),
            "the learning rate jumps from %s to %s where the warm-up of %s epochs ends, by %s %% of the peak, more than 20 %%"
                .formatted(
                    Decimals.show(peak),
                    Decimals.show(rounded(after)),
                    Decimals.show(curve.warmup().epochs()),
                    Decimals.show(Math.round(1000 * (peak - after) / peak) / 10.0)),
            "drop 'shift = false', so that the schedule starts at %s where the warm-up ends"
                .formatted(Decimals.show(peak))));
  }

  /** To four digits: more are noise in a message. */
  private static double rounded(double rate) {
    return new BigDecimal(rate).round(new MathContext(4)).doubleValue();
  }
}
