package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
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
  private static final int DIGITS = 4;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    // A piecewise decay jumps only at its boundaries: BOUNDARY_IN_WARMUP speaks of them.
    if (spec.warmup().epochs() == 0 || spec.schedule() instanceof PiecewiseDecay) {
      return List.of();
    }
    return RateCurve.of(spec).stream().flatMap(curve -> jump(recipe, curve).stream()).toList();
  }

  private Optional<Finding> jump(Subject recipe, LearningRateCurve curve) {
    double peak = curve.peak();
    double fall = peak - scheduled(curve);
    if (!Decimals.exceeds(fall, Decimals.times(LARGE_SHARE, peak))) {
      return Optional.empty();
    }
    double after = curve.at(curve.warmupUpdates());
    return Optional.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.WARMUP, "shift"),
                Lengths.warmupMember(recipe),
                recipe.member(Slot.RECIPE, "epochs")),
            "the learning rate jumps from %s to %s where the warm-up of %s ends, by %s of the peak, more than 20 %%"
                .formatted(
                    Decimals.show(peak),
                    Decimals.show(Decimals.rounded(after, DIGITS)),
                    Lengths.of(curve.warmup()),
                    Decimals.percent(peak - after, peak)),
            "drop 'shift = false', so that the schedule starts at %s where the warm-up ends"
                .formatted(Decimals.show(peak))));
  }

  /**
   * Where the schedule itself stands when the warm-up ends. A fall that it declares at this very
   * update is none of the jump.
   */
  private static double scheduled(LearningRateCurve curve) {
    long end = curve.warmupUpdates();
    return RateCurve.isStepped(curve) && !curve.warmup().shift() && end > 0
        ? curve.schedule().rate(curve.peak(), end - 1, curve.horizon())
        : curve.at(end);
  }
}
