package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.PiecewiseDecay;
import java.util.List;
import java.util.stream.Collectors;

/** Every boundary of a piecewise decay comes before the end of training. */
final class BoundaryUnreached extends Check {
  BoundaryUnreached() {
    super(Rule.BOUNDARY_UNREACHED, List.of(Slot.RECIPE, Slot.SCHEDULE), List.of(Slot.WARMUP));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!(recipe.spec().schedule() instanceof PiecewiseDecay piecewise) || !piecewise.isOrdered()) {
      return List.of();
    }
    int epochs = recipe.spec().recipe().epochs();
    double shift = recipe.spec().warmup().shiftEpochs();
    List<Integer> beyond = piecewise.atEpochs().stream().filter(b -> b >= epochs).toList();
    List<Integer> pushed = piecewise.atEpochs().stream().filter(b -> b + shift >= epochs).toList();
    if (pushed.isEmpty()) {
      return List.of();
    }
    DeclaredMember at =
        Subject.nearest(
            recipe.member(Slot.SCHEDULE, "atEpochs"), recipe.member(Slot.RECIPE, "epochs"));
    if (beyond.isEmpty()) {
      return List.of(
          finding(
              Severity.WARNING,
              at,
              "%s never reached in %d epochs: the warm-up of %s epochs delays %s to epoch %s"
                  .formatted(
                      boundaries(pushed),
                      epochs,
                      Decimals.show(shift),
                      pushed.get(0),
                      Decimals.show(pushed.get(0) + shift)),
              "train for more than %s epochs, or move the boundary to epoch %s or earlier"
                  .formatted(
                      Decimals.show(pushed.get(pushed.size() - 1) + shift),
                      Decimals.show(Math.ceil(epochs - shift) - 1))));
    }
    return List.of(
        finding(
            at,
            "%s never reached in %d epochs: the learning rate falls %d of %d times"
                .formatted(
                    boundaries(beyond),
                    epochs,
                    piecewise.atEpochs().size() - pushed.size(),
                    piecewise.atEpochs().size()),
            fix(piecewise.atEpochs(), epochs)));
  }

  private static String boundaries(List<Integer> boundaries) {
    String list = boundaries.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    return boundaries.size() == 1 ? "boundary " + list + " is" : "boundaries " + list + " are";
  }

  /**
   * The boundaries at the same share of the shorter training, if they stay apart, or a training
   * that reaches them. The training for which they were meant is taken to end one interval after
   * the last.
   */
  private static String fix(List<Integer> boundaries, int epochs) {
    int last = boundaries.get(boundaries.size() - 1);
    int interval = boundaries.size() == 1 ? last : last - boundaries.get(boundaries.size() - 2);
    int meant = last + interval;
    String longer = "train for %d epochs".formatted(meant);
    List<Long> scaled =
        boundaries.stream().map(b -> Math.round((double) b * epochs / meant)).distinct().toList();
    boolean usable = scaled.size() == boundaries.size() && scaled.get(0) > 0;
    if (!usable) {
      return longer;
    }
    String list = scaled.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "write atEpochs = {%s} for %d epochs, or %s".formatted(list, epochs, longer);
  }
}
