package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;

/**
 * The learning rate ends low: what is learnt in the last epochs at a small rate is a large part of
 * the accuracy (training tricks §2).
 */
final class FinalLr extends RateCheck {
  FinalLr() {
    super(
        Rule.FINAL_LR,
        List.of(
            Slot.RECIPE,
            Slot.DATASET,
            Slot.BATCH,
            Slot.LEARNING_RATE,
            Slot.OPTIMIZER,
            Slot.SCHEDULE),
        List.of(Slot.WARMUP));
  }

  private static final double LOW_SHARE = 0.1;

  @Override
  List<Finding> findings(Subject recipe) {
    if (hasUnreachedBoundary(recipe.spec())) {
      return List.of();
    }
    return RateCurve.of(recipe.spec()).stream()
        .flatMap(curve -> high(recipe, curve).stream())
        .toList();
  }

  /** {@link BoundaryUnreached} speaks of it. */
  private static boolean hasUnreachedBoundary(RecipeSpec spec) {
    double end = spec.recipe().epochs() - spec.warmup().shiftEpochs();
    return spec.schedule() instanceof PiecewiseDecay piecewise
        && piecewise.atEpochs().stream().anyMatch(boundary -> boundary >= end);
  }

  private Optional<Finding> high(Subject recipe, LearningRateCurve curve) {
    double last = last(curve);
    double low = Decimals.times(LOW_SHARE, curve.peak());
    if (!Decimals.exceeds(last, low)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            curve.schedule() instanceof ConstantRate ? Severity.INFO : Severity.WARNING,
            recipe.component(Slot.SCHEDULE),
            "the learning rate ends at %s, %s %% of the peak %s, above 10 %%"
                .formatted(
                    Decimals.show(last),
                    Decimals.show(Math.round(1000 * last / curve.peak()) / 10.0),
                    Decimals.show(curve.peak())),
            "let it fall to %s or less, as @CosineDecay does".formatted(Decimals.show(low))));
  }

  /**
   * The learning rate of the last update. One that falls without steps is read at its limit, where
   * a cosine has reached its floor however few updates there are.
   */
  private static double last(LearningRateCurve curve) {
    double last = curve.at(curve.updates() - 1);
    return curve.schedule() instanceof PiecewiseDecay
        ? last
        : Math.min(last, curve.at(curve.updates()));
  }
}
