package dev.recipe4j.processor.generation;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/**
 * Where the learning rate falls in steps.
 *
 * @param declared epochs as written
 * @param warmup what delays them
 */
record Boundaries(List<Integer> declared, Warmup warmup) {
  static Boundaries of(RecipeSpec recipe) {
    return new Boundaries(
        recipe.schedule() instanceof PiecewiseDecay piecewise ? piecewise.atEpochs() : List.of(),
        recipe.warmup());
  }

  /** Epochs at which they act, warm-up included. */
  List<Double> effective() {
    return declared.stream().map(at -> Decimals.plus(at, warmup.shiftEpochs())).toList();
  }

  /** The first update after each, warm-up included, as the curve counts. */
  List<Long> updates(LearningRateCurve curve) {
    long delay = warmup.shift() ? curve.warmupUpdates() : 0;
    return declared.stream().map(at -> delay + at * curve.updatesPerEpoch()).toList();
  }
}
