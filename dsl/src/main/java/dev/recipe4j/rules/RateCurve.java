package dev.recipe4j.rules;

import dev.recipe4j.Per;
import dev.recipe4j.schedule.Horizon;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.ExponentialDecay;
import dev.recipe4j.spec.OpenSchedule;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Optional;
import java.util.OptionalInt;

/** The learning-rate curve of a recipe under check, read at its ends and never step by step. */
final class RateCurve {
  /** Stands for the limit of many updates in an epoch while the examples are not known. */
  private static final long MANY_UPDATES = 1_000_000;

  private RateCurve() {}

  /**
   * The curve with the updates of an epoch that the data set gives, or as they grow if it does not
   * say. Empty while they must be known, or another rule speaks of what makes the curve
   * meaningless: an epoch without an update, boundaries in disorder, values that do not go with
   * them, a floor above the peak, a warm-up that fills the training.
   */
  static Optional<LearningRateCurve> of(RecipeSpec spec) {
    OptionalInt examples = spec.dataset().trainExamples();
    if (examples.isEmpty() && countsUpdates(spec)) {
      return Optional.empty();
    }
    long updates =
        examples.isPresent() ? spec.batch().updatesPerEpoch(examples.getAsInt()) : MANY_UPDATES;
    boolean disordered = spec.schedule() instanceof PiecewiseDecay steps && !steps.isOrdered();
    if (updates == 0
        || disordered
        || ValuesLength.applies(spec)
        || FloorBelowPeak.applies(spec)
        || spec.warmup().epochs() >= spec.recipe().epochs()) {
      return Optional.empty();
    }
    return Optional.of(
        new LearningRateCurve(
            spec.peak(), spec.schedule(), spec.warmup(), spec.recipe().epochs(), updates));
  }

  /** Whether the curve has no limit as the updates of an epoch grow. */
  private static boolean countsUpdates(RecipeSpec spec) {
    return spec.schedule() instanceof OpenSchedule
        || (spec.schedule() instanceof ExponentialDecay decay && decay.per() == Per.STEP);
  }

  /**
   * Whether the learning rate falls in steps that the schedule declares: boundaries, intervals, the
   * ends of epochs.
   */
  static boolean isStepped(LearningRateCurve curve) {
    Horizon horizon = curve.horizon();
    return curve.schedule().interval(horizon).isPresent()
        || !curve.schedule().boundaries(horizon).isEmpty();
  }

  /**
   * The learning rate of the last update. One that falls without steps is read at its limit, where
   * a cosine has reached its floor however few updates there are.
   */
  static double last(LearningRateCurve curve) {
    double last = curve.at(curve.updates() - 1);
    return isStepped(curve) ? last : Math.min(last, curve.limit());
  }
}
