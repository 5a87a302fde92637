package dev.recipe4j.rules;

import dev.recipe4j.Per;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.PolynomialDecay;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ScheduleComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cosine or polynomial ends where training ends (CodefyUI issue 205: two to four points lost; the
 * author himself asks for no more than a warning).
 */
final class ScheduleHorizon extends RateCheck {
  ScheduleHorizon() {
    super(
        Rule.SCHEDULE_HORIZON,
        List.of(
            Slot.RECIPE,
            Slot.DATASET,
            Slot.BATCH,
            Slot.LEARNING_RATE,
            Slot.OPTIMIZER,
            Slot.SCHEDULE),
        List.of(Slot.WARMUP));
  }

  /** Whether training ends before the schedule does: why the learning rate ends high. */
  static boolean isLonger(RecipeSpec recipe) {
    return overEpochs(recipe.schedule()).isPresent()
        && differs(recipe)
        && overEpochs(recipe.schedule()).getAsDouble() > left(recipe).getAsDouble();
  }

  private static OptionalDouble overEpochs(ScheduleComponent schedule) {
    if (schedule instanceof CosineDecay cosine) {
      return cosine.overEpochs();
    }
    return schedule instanceof PolynomialDecay decay ? decay.overEpochs() : OptionalDouble.empty();
  }

  /** Epochs from the start of the schedule to the end of training; empty if they are not known. */
  private static OptionalDouble left(RecipeSpec recipe) {
    OptionalDouble shift = Lengths.shift(recipe);
    return shift.isEmpty()
        ? shift
        : OptionalDouble.of(Decimals.plus(recipe.recipe().epochs(), -shift.getAsDouble()));
  }

  /**
   * By an update or more, an epoch or more if the learning rate changes only then: a warm-up in
   * updates is seldom a round number of epochs.
   */
  private static boolean differs(RecipeSpec recipe) {
    if (left(recipe).isEmpty()) {
      return false;
    }
    double over = overEpochs(recipe.schedule()).getAsDouble();
    double left = left(recipe).getAsDouble();
    boolean isPerEpoch =
        recipe.schedule() instanceof CosineDecay cosine && cosine.per() == Per.EPOCH;
    long steps = isPerEpoch ? 1 : recipe.updatesPerEpoch().orElse(Long.MAX_VALUE);
    return !Decimals.same(over, left) && Math.abs(over - left) * steps >= 1;
  }

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    if (overEpochs(spec.schedule()).isEmpty() || !differs(spec)) {
      return List.of();
    }
    return RateCurve.of(spec).map(curve -> finding(recipe, curve)).stream().toList();
  }

  private Finding finding(Subject recipe, LearningRateCurve curve) {
    double over = overEpochs(recipe.spec().schedule()).getAsDouble();
    double left = left(recipe.spec()).getAsDouble();
    double shift = recipe.spec().warmup().shiftEpochs();
    String training =
        shift > 0
            ? "the %s of training after the warm-up".formatted(Lengths.epochs(left))
            : "%s of training".formatted(Lengths.epochs(left));
    double last = RateCurve.last(curve);
    String outcome =
        over > left
            ? "the learning rate ends at %s, %s of the peak %s"
                .formatted(
                    Decimals.show(Decimals.rounded(last, DIGITS)),
                    Decimals.percent(last, curve.peak()),
                    Decimals.show(curve.peak()))
            : "the learning rate is constant at %s after epoch %s"
                .formatted(
                    Decimals.show(last),
                    Decimals.show(Lengths.rounded(Decimals.plus(over, shift))));
    DeclaredMember written = recipe.member(Slot.SCHEDULE, "overEpochs");
    DeclaredMember epochs = recipe.member(Slot.RECIPE, "epochs");
    return finding(
        shift > 0
            ? Subject.nearest(written, epochs, Lengths.warmupMember(recipe))
            : Subject.nearest(written, epochs),
        "a %s over %s in %s: %s"
            .formatted(
                recipe.spec().schedule() instanceof CosineDecay ? "cosine" : "polynomial",
                Lengths.epochs(over),
                training,
                outcome),
        "drop 'overEpochs' to have it derived, %s".formatted(Decimals.show(Lengths.rounded(left)))
            + training(Decimals.plus(over, shift)).map(", or "::concat).orElse(""));
  }

  private static final int DIGITS = 4;

  /** The training that the schedule fills, if it is a whole number of epochs. */
  private static Optional<String> training(double epochs) {
    return Decimals.same(epochs, Math.rint(epochs)) && epochs >= 1
        ? Optional.of("train for " + Lengths.epochs(Math.rint(epochs)))
        : Optional.empty();
  }
}
