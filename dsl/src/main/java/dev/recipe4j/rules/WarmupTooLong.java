package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/** The warm-up ends long before training does. */
final class WarmupTooLong extends LengthCheck {
  WarmupTooLong() {
    super(Rule.WARMUP_TOO_LONG, List.of(Slot.RECIPE, Slot.WARMUP), List.of());
  }

  private static final double USUAL_SHARE = 0.2;

  /** Whether the warm-up is too long, as far as is known. */
  static boolean applies(RecipeSpec recipe) {
    return Decimals.exceeds(recipe.warmup().epochs(), usual(recipe));
  }

  /** The longest usual warm-up in epochs. */
  private static double usual(RecipeSpec recipe) {
    return Decimals.times(recipe.recipe().epochs(), USUAL_SHARE);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!applies(recipe.spec())) {
      return List.of();
    }
    Warmup warmup = recipe.spec().warmup();
    int epochs = recipe.spec().recipe().epochs();
    boolean isAll = warmup.epochs() >= epochs;
    return List.of(
        finding(
            isAll ? Severity.ERROR : Severity.WARNING,
            Subject.nearest(Lengths.warmupMember(recipe), recipe.member(Slot.RECIPE, "epochs")),
            "a warm-up of %s is %s of the training of %s%s"
                .formatted(
                    Lengths.of(warmup),
                    Decimals.percent(warmup.epochs(), epochs),
                    Lengths.epochs(epochs),
                    isAll ? ": the schedule never starts" : ""),
            "%s, or train for %s or more"
                .formatted(
                    shorter(recipe.spec()),
                    Lengths.epochs(Math.ceil(Decimals.divide(warmup.epochs(), USUAL_SHARE))))));
  }

  private static String shorter(RecipeSpec recipe) {
    if (recipe.warmup().steps() == 0) {
      return "write @LinearWarmup(epochs = %s) or less".formatted(Decimals.show(usual(recipe)));
    }
    double steps = Decimals.times(usual(recipe), recipe.updatesPerEpoch().getAsLong());
    return steps < 1
        ? "remove @LinearWarmup"
        : "write @LinearWarmup(steps = %s) or less".formatted(Decimals.show(Math.floor(steps)));
  }
}
