package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.PiecewiseDecay;
import java.util.List;
import java.util.stream.Collectors;

/** Says at which epochs boundaries act that a warm-up shifts (PaddleX issue 1625). */
final class EffectiveBoundaries extends Check {
  EffectiveBoundaries() {
    super(Rule.EFFECTIVE_BOUNDARIES, List.of(Slot.SCHEDULE, Slot.WARMUP), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    double shift = recipe.spec().warmup().shiftEpochs();
    if (!(recipe.spec().schedule() instanceof PiecewiseDecay piecewise)
        || piecewise.atEpochs().isEmpty()
        || !piecewise.isOrdered()
        || shift == 0) {
      return List.of();
    }
    String written =
        piecewise.atEpochs().stream().map(String::valueOf).collect(Collectors.joining("/"));
    String acts =
        piecewise.atEpochs().stream()
            .map(at -> Decimals.show(Decimals.plus(at, shift)))
            .collect(Collectors.joining("/"));
    return List.of(
        finding(
            recipe.member(Slot.SCHEDULE, "atEpochs"),
            "decay at %s acts at epochs %s".formatted(written, acts),
            ""));
  }
}
