package dev.recipe4j.processor.generation;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;

/**
 * Where the learning rate falls in steps.
 *
 * @param schedule the piecewise decay, if that is the schedule
 * @param warmup what delays them
 */
record Boundaries(Optional<PiecewiseDecay> schedule, Warmup warmup) {
  static Boundaries of(RecipeSpec recipe) {
    return new Boundaries(recipe.find(Slot.SCHEDULE, PiecewiseDecay.class), recipe.warmup());
  }

  private List<Integer> declared() {
    return schedule.map(PiecewiseDecay::boundaries).orElse(List.of());
  }

  private boolean isInUpdates() {
    return schedule.filter(piecewise -> !piecewise.atSteps().isEmpty()).isPresent();
  }

  /** Epochs at which they act, warm-up included. */
  List<Double> effective(LearningRateCurve curve) {
    return isInUpdates()
        ? updates(curve).stream()
            .map(update -> Decimals.divide(update, curve.updatesPerEpoch()))
            .toList()
        : declared().stream().map(at -> Decimals.plus(at, warmup.shiftEpochs())).toList();
  }

  /** The first update after each, warm-up included, as the curve counts. */
  List<Long> updates(LearningRateCurve curve) {
    long delay = warmup.shift() ? curve.warmupUpdates() : 0;
    return curve.schedule().boundaries(curve.horizon()).stream()
        .map(at -> delay + (long) Math.ceil(at))
        .toList();
  }
}
