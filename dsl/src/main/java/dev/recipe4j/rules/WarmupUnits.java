package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A warm-up in steps lasts as long as it would be written in epochs: on a small data set few steps
 * are many epochs (PaddleX issue 1625: 1,000 steps were 45 epochs).
 */
final class WarmupUnits extends Check {
  WarmupUnits() {
    super(
        Rule.WARMUP_UNITS,
        List.of(Slot.RECIPE, Slot.WARMUP, Slot.BATCH, Slot.DATASET),
        List.of(Slot.SCHEDULE));
  }

  private static final double LONG = 20;
  private static final double USUAL = 5;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    Warmup warmup = spec.warmup();
    boolean isKnown = warmup.steps() > 0 && spec.updatesPerEpoch().isPresent();
    // They speak of the same length.
    if (!isKnown || WarmupTooLong.applies(spec) || BoundaryInWarmup.applies(spec)) {
      return List.of();
    }
    long updates = spec.updatesPerEpoch().getAsLong();
    OptionalDouble boundary = firstBoundary(spec, updates);
    return excess(warmup.epochs(), boundary)
        .map(
            excess ->
                finding(
                    Subject.nearest(
                        recipe.member(Slot.WARMUP, "steps"),
                        recipe.member(Slot.BATCH, "value"),
                        recipe.member(Slot.DATASET, "trainExamples")),
                    "a warm-up of %s is %s of %s, more than %s"
                        .formatted(
                            Lengths.steps(warmup.steps()),
                            Lengths.epochs(warmup.epochs()),
                            Lengths.steps(updates),
                            excess),
                    fix(warmup, Math.min(USUAL, boundary.orElse(USUAL)), updates)))
        .stream()
        .toList();
  }

  /** In epochs. */
  private static OptionalDouble firstBoundary(RecipeSpec recipe, long updates) {
    return Boundaries.of(recipe)
        .map(b -> OptionalDouble.of(b.areSteps() ? (double) b.first() / updates : b.first()))
        .orElse(OptionalDouble.empty());
  }

  /** What the warm-up is longer than. */
  private static Optional<String> excess(double epochs, OptionalDouble boundary) {
    if (Decimals.exceeds(epochs, LONG)) {
      return Optional.of(Lengths.epochs(LONG));
    }
    return boundary.isPresent() && Decimals.exceeds(epochs, boundary.getAsDouble())
        ? Optional.of("the first boundary at epoch " + shown(boundary.getAsDouble()))
        : Optional.empty();
  }

  private static String fix(Warmup warmup, double usual, long updates) {
    long steps = Math.max(1, (long) Math.floor(Decimals.times(usual, updates)));
    return "write steps = %d for %s, or epochs = %s if that is meant"
        .formatted(steps, Lengths.epochs((double) steps / updates), shown(warmup.epochs()));
  }

  private static String shown(double epochs) {
    return Decimals.show(Lengths.rounded(epochs));
  }
}
