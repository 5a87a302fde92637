package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;

/** The warm-up ends long before training does. */
final class WarmupTooLong extends Check {
  WarmupTooLong() {
    super(Rule.WARMUP_TOO_LONG, List.of(Slot.RECIPE, Slot.WARMUP), List.of());
  }

  private static final double USUAL_SHARE = 0.2;

  private static DeclaredMember length(Subject recipe) {
    DeclaredMember steps = recipe.member(Slot.WARMUP, "steps");
    return steps.written() ? steps : recipe.member(Slot.WARMUP, "epochs");
  }

  @Override
  List<Finding> findings(Subject recipe) {
    double warmup = recipe.spec().warmup().epochs();
    int epochs = recipe.spec().recipe().epochs();
    double usual = Decimals.times(epochs, USUAL_SHARE);
    if (!Decimals.exceeds(warmup, usual)) {
      return List.of();
    }
    boolean isAll = warmup >= epochs;
    String share = Decimals.show(Math.round(1000 * warmup / epochs) / 10.0);
    return List.of(
        finding(
            isAll ? Severity.ERROR : Severity.WARNING,
            Subject.nearest(length(recipe), recipe.member(Slot.RECIPE, "epochs")),
            "a warm-up of %s epochs is %s %% of the training of %d epochs%s"
                .formatted(
                    Decimals.show(warmup),
                    share,
                    epochs,
                    isAll ? ": the schedule never starts" : ""),
            "write @LinearWarmup(epochs = %s) or less, or train for %d epochs or more"
                .formatted(
                    Decimals.show(usual), (long) Math.ceil(Decimals.divide(warmup, USUAL_SHARE)))));
  }
}
