package dev.recipe4j.processor.generation;

import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.RecipeSpec;
import java.util.OptionalLong;

/**
 * How many updates an epoch has, as far as the compiler knows.
 *
 * @param updatesPerEpoch empty if the number of training examples is not given, or makes no batch
 */
record TrainingLength(OptionalLong updatesPerEpoch) {
  /** Fine enough to draw a curve by. */
  private static final long SKETCHED = 100;

  static TrainingLength of(RecipeSpec recipe) {
    return new TrainingLength(recipe.updatesPerEpoch());
  }

  /** The curve of the run, or of one with an assumed number of updates in an epoch. */
  LearningRateCurve curveOrSketch(RecipeSpec recipe) {
    return new LearningRateCurve(
        recipe.peak(),
        recipe.schedule(),
        recipe.warmup(),
        recipe.recipe().epochs(),
        updatesPerEpoch.orElse(SKETCHED));
  }
}
