package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.PiecewiseDecay;
import java.util.List;

/** Without a shift, the first boundary comes after the warm-up. */
final class BoundaryInWarmup extends Check {
  BoundaryInWarmup() {
    super(Rule.BOUNDARY_IN_WARMUP, List.of(Slot.SCHEDULE, Slot.WARMUP), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Warmup warmup = recipe.spec().warmup();
    if (!(recipe.spec().schedule() instanceof PiecewiseDecay piecewise)
        || !piecewise.isOrdered()
        || piecewise.atEpochs().isEmpty()
        || warmup.shift()
        || warmup.epochs() == 0
        || piecewise.atEpochs().get(0) > warmup.epochs()) {
      return List.of();
    }
    String length = Decimals.show(warmup.epochs());
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.SCHEDULE, "atEpochs"),
                recipe.member(Slot.WARMUP, "epochs"),
                recipe.member(Slot.WARMUP, "shift")),
            "boundary %d lies in the warm-up of %s epochs, which is not shifted: the learning rate jumps from the peak to %s of it where the warm-up ends"
                .formatted(
                    piecewise.atEpochs().get(0), length, Decimals.show(share(piecewise, warmup))),
            "move the first boundary to epoch %d or later, or drop 'shift = false'"
                .formatted((long) Math.floor(warmup.epochs()) + 1)));
  }

  /** The learning rate at the end of the warm-up as a share of the peak. */
  private static double share(PiecewiseDecay piecewise, Warmup warmup) {
    int passed = (int) piecewise.atEpochs().stream().filter(at -> at <= warmup.epochs()).count();
    return Decimals.power(piecewise.factor(), passed);
  }
}
