package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.PiecewiseDecay;
import java.util.List;
import java.util.stream.Collectors;

/** The boundaries of a piecewise decay are positive and strictly increasing. */
final class BoundariesOrder extends Check {
  BoundariesOrder() {
    super(Rule.BOUNDARIES_ORDER, List.of(Slot.SCHEDULE), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!(recipe.spec().schedule() instanceof PiecewiseDecay piecewise) || piecewise.isOrdered()) {
      return List.of();
    }
    List<Integer> boundaries = piecewise.boundaries();
    String fault = "%s is not positive".formatted(boundaries.get(0));
    for (int i = 1; i < boundaries.size() && boundaries.get(0) > 0; i++) {
      if (boundaries.get(i) <= boundaries.get(i - 1)) {
        fault = "%d follows %d".formatted(boundaries.get(i), boundaries.get(i - 1));
        break;
      }
    }
    String ordered =
        boundaries.stream()
            .filter(boundary -> boundary > 0)
            .sorted()
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    DeclaredMember at = recipe.member(Slot.SCHEDULE, piecewise.boundariesMember());
    return List.of(
        finding(
            at,
            "boundaries %s are not positive and increasing: %s".formatted(at.show(), fault),
            ordered.isEmpty()
                ? "write boundaries of 1 and more"
                : "write %s = {%s}".formatted(at.name(), ordered)));
  }
}
