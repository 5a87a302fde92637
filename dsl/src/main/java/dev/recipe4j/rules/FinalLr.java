package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.PolynomialDecay;
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
  private static final int DIGITS = 4;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    if (BoundaryUnreached.applies(spec)
        || ValuesOrder.applies(spec)
        || ScheduleHorizon.isLonger(spec)) {
      return List.of();
    }
    return RateCurve.of(spec).stream().flatMap(curve -> high(recipe, curve).stream()).toList();
  }

  private Optional<Finding> high(Subject recipe, LearningRateCurve curve) {
    double last = RateCurve.last(curve);
    double low = Decimals.times(LOW_SHARE, curve.peak());
    if (!Decimals.exceeds(last, low)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            curve.schedule() instanceof ConstantRate ? Severity.INFO : Severity.WARNING,
            recipe.component(Slot.SCHEDULE),
            "the learning rate ends at %s, %s of the peak %s, above 10 %%"
                .formatted(
                    Decimals.show(Decimals.rounded(last, DIGITS)),
                    Decimals.percent(last, curve.peak()),
                    Decimals.show(curve.peak())),
            fix(curve, low)));
  }

  private static String fix(LearningRateCurve curve, double low) {
    if (curve.schedule() instanceof PolynomialDecay) {
      return "write end = %s or less".formatted(Decimals.show(low));
    }
    if (curve.schedule() instanceof CosineDecay cosine) {
      return Decimals.exceeds(cosine.floor(), low)
          ? "write floor = %s or less".formatted(Decimals.show(low))
          : "write per = Per.STEP, which ends at %s".formatted(Decimals.show(cosine.floor()));
    }
    return "let it fall to %s or less, as @CosineDecay does".formatted(Decimals.show(low));
  }
}
