package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Says at which epochs or steps boundaries act that a warm-up shifts (PaddleX issue 1625). */
final class EffectiveBoundaries extends LengthCheck {
  EffectiveBoundaries() {
    super(Rule.EFFECTIVE_BOUNDARIES, List.of(Slot.SCHEDULE, Slot.WARMUP), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return Boundaries.of(recipe.spec())
        .filter(boundaries -> boundaries.shift().orElse(0) > 0)
        .map(boundaries -> finding(recipe, boundaries))
        .stream()
        .toList();
  }

  private Finding finding(Subject recipe, Boundaries boundaries) {
    double shift = boundaries.shift().getAsDouble();
    StringBuilder acts = new StringBuilder();
    acts.append("decay at ").append(boundaries.join("/")).append(" acts at ");
    acts.append(boundaries.unit()).append("s ");
    acts.append(join(boundaries, at -> Decimals.plus(at, shift)));
    OptionalDouble perEpoch = boundaries.perEpoch();
    if (boundaries.areSteps() && perEpoch.isPresent()) {
      acts.append(", epochs ");
      acts.append(join(boundaries, at -> (at + shift) / perEpoch.getAsDouble()));
    }
    Warmup warmup = recipe.spec().warmup();
    if (warmup.steps() > 0) {
      acts.append(", after a warm-up of ").append(Lengths.of(warmup));
    }
    return finding(
        recipe.member(Slot.SCHEDULE, boundaries.decay().boundariesMember()), acts.toString(), "");
  }

  private static String join(Boundaries boundaries, ToDoubleFunction<Integer> acts) {
    return boundaries.at().stream()
        .map(at -> Decimals.show(Lengths.rounded(acts.applyAsDouble(at))))
        .collect(Collectors.joining("/"));
  }
}
