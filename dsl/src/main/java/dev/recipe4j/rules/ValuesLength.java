package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piecewise decay has one value more than boundaries: one before each, and one after the last.
 */
final class ValuesLength extends Check {
  ValuesLength() {
    super(Rule.VALUES_LENGTH, List.of(Slot.SCHEDULE), List.of());
  }

  /** Whether the values do not go with the boundaries: then no other rule reads them. */
  static boolean applies(RecipeSpec recipe) {
    return recipe
        .find(Slot.SCHEDULE, PiecewiseDecay.class)
        .filter(decay -> !decay.values().isEmpty())
        .filter(decay -> decay.values().size() != decay.boundaries().size() + 1)
        .isPresent();
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!(recipe.spec().schedule() instanceof PiecewiseDecay decay)) {
      return List.of();
    }
    DeclaredMember values = recipe.member(Slot.SCHEDULE, "values");
    boolean isEmpty = values.written() && decay.values().isEmpty();
    if (!isEmpty && !applies(recipe.spec())) {
      return List.of();
    }
    int needed = decay.boundaries().size() + 1;
    DeclaredMember boundaries = recipe.member(Slot.SCHEDULE, decay.boundariesMember());
    return List.of(
        finding(
            Subject.nearest(values, boundaries),
            "values %s are %d, but boundaries %s need %d: one before each and one after the last"
                .formatted(values.show(), decay.values().size(), boundaries.show(), needed),
            fix(decay, needed)));
  }

  private static String fix(PiecewiseDecay decay, int needed) {
    int given = decay.values().size();
    if (given > needed) {
      return "write values = {%s}, or a boundary for each value but the first"
          .formatted(
              decay.values().stream()
                  .limit(needed)
                  .map(Decimals::show)
                  .collect(Collectors.joining(", ")));
    }
    String more = "write " + Decimals.count(needed, "value");
    if (given < 2) {
      return more + ", or factor in their place";
    }
    return "%s, or %s = {%s}"
        .formatted(
            more,
            decay.boundariesMember(),
            decay.boundaries().stream()
                .limit(given - 1L)
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
  }
}
