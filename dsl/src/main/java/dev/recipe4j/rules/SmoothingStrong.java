package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import java.util.List;

/** Labels are smoothed so little that the true class stands out (training tricks §5). */
final class SmoothingStrong extends Check {
  SmoothingStrong() {
    super(Rule.SMOOTHING_STRONG, List.of(Slot.SMOOTHING, Slot.DATASET), List.of());
  }

  private static final double STRONGEST = 0.3;

  @Override
  List<Finding> findings(Subject recipe) {
    double smoothing = recipe.spec().smoothing();
    if (!Decimals.exceeds(smoothing, STRONGEST)) {
      return List.of();
    }
    int classes = recipe.spec().dataset().classes();
    double target =
        Decimals.plus(Decimals.plus(1, -smoothing), Decimals.divide(smoothing, classes));
    return List.of(
        finding(
            recipe.member(Slot.SMOOTHING, "value"),
            "label smoothing %s, above %s, trains the true one of %d classes towards %s"
                .formatted(
                    Decimals.show(smoothing),
                    Decimals.show(STRONGEST),
                    classes,
                    Decimals.show(target)),
            "write @LabelSmoothing(0.1), or 0.3 at most"));
  }
}
