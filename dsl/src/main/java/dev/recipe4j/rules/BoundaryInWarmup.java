package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;

/** Without a shift, the first boundary comes after the warm-up. */
final class BoundaryInWarmup extends LengthCheck {
  BoundaryInWarmup() {
    super(Rule.BOUNDARY_IN_WARMUP, List.of(Slot.SCHEDULE, Slot.WARMUP), List.of());
  }

  /** Whether the first boundary comes too early, as far as is known. */
  static boolean applies(RecipeSpec recipe) {
    return early(recipe).isPresent();
  }

  private static Optional<Boundaries> early(RecipeSpec recipe) {
    Warmup warmup = recipe.warmup();
    if (!warmup.isPresent() || warmup.shift() || ValuesLength.applies(recipe)) {
      return Optional.empty();
    }
    return Boundaries.of(recipe).filter(b -> b.first() <= b.warmup().orElse(0));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return early(recipe.spec()).map(boundaries -> finding(recipe, boundaries)).stream().toList();
  }

  private Finding finding(Subject recipe, Boundaries boundaries) {
    double end = boundaries.warmup().getAsDouble();
    return finding(
        Subject.nearest(
            recipe.member(Slot.SCHEDULE, boundaries.decay().boundariesMember()),
            Lengths.warmupMember(recipe),
            recipe.member(Slot.WARMUP, "shift")),
        "boundary %d lies in the warm-up of %s, which is not shifted: the learning rate jumps from the peak to %s where the warm-up ends"
            .formatted(
                boundaries.first(),
                Lengths.of(recipe.spec().warmup()),
                value(boundaries.decay(), end)),
        "move the first boundary to %s %s or later, or drop 'shift = false'"
            .formatted(boundaries.unit(), Decimals.show(Math.floor(end) + 1)));
  }

  /** The learning rate after a warm-up of the given length. */
  private static String value(PiecewiseDecay decay, double end) {
    int passed = (int) decay.boundaries().stream().filter(at -> at <= end).count();
    return decay.values().isEmpty()
        ? Decimals.show(Decimals.power(decay.factor(), passed)) + " of it"
        : Decimals.show(decay.values().get(passed));
  }
}
