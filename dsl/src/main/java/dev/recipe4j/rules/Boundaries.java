package dev.recipe4j.rules;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The boundaries of a piecewise decay, at least one and increasing, with the warm-up before them
 * and the training around them in the unit in which they are written: epochs or steps.
 */
final class Boundaries {
  private final RecipeSpec recipe;
  private final PiecewiseDecay decay;

  private Boundaries(RecipeSpec recipe, PiecewiseDecay decay) {
    this.recipe = recipe;
    this.decay = decay;
  }

  /** Those of the recipe; empty if it has none, or in disorder, of which another rule speaks. */
  static Optional<Boundaries> of(RecipeSpec recipe) {
    return recipe
        .find(Slot.SCHEDULE, PiecewiseDecay.class)
        .filter(decay -> decay.isOrdered() && !decay.boundaries().isEmpty())
        .map(decay -> new Boundaries(recipe, decay));
  }

  PiecewiseDecay decay() {
    return decay;
  }

  /** The boundaries as written. */
  List<Integer> at() {
    return decay.boundaries();
  }

  int first() {
    return at().get(0);
  }

  int last() {
    return at().get(at().size() - 1);
  }

  boolean areSteps() {
    return !decay.atSteps().isEmpty();
  }

  /** {@code epoch} or {@code step}. */
  String unit() {
    return areSteps() ? "step" : "epoch";
  }

  /** Units in an epoch; empty if that is not known. */
  OptionalDouble perEpoch() {
    if (!areSteps()) {
      return OptionalDouble.of(1);
    }
    OptionalLong updates = recipe.updatesPerEpoch();
    return updates.isPresent() ? OptionalDouble.of(updates.getAsLong()) : OptionalDouble.empty();
  }

  /** The length of the warm-up, 0 without one; empty if it is not known in this unit. */
  OptionalDouble warmup() {
    Warmup warmup = recipe.warmup();
    if (!warmup.isPresent()) {
      return OptionalDouble.of(0);
    }
    if (areSteps() && warmup.steps() > 0) {
      return OptionalDouble.of(warmup.steps());
    }
    boolean isKnown = warmup.epochs() > 0 && perEpoch().isPresent();
    return isKnown
        ? OptionalDouble.of(inUnit(warmup, perEpoch().getAsDouble()))
        : OptionalDouble.empty();
  }

  /** A warm-up ends after a whole number of steps, halves rounded up. */
  private double inUnit(Warmup warmup, double perEpoch) {
    return areSteps()
        ? Math.floor(Decimals.times(warmup.epochs(), perEpoch) + 0.5)
        : warmup.epochs();
  }

  /** By how much the warm-up delays the boundaries; empty if it is not known in this unit. */
  OptionalDouble shift() {
    return recipe.warmup().shift() ? warmup() : OptionalDouble.of(0);
  }

  /** The length of the training; empty if it is not known in this unit. */
  OptionalDouble training() {
    return perEpoch().isPresent()
        ? OptionalDouble.of(recipe.recipe().epochs() * perEpoch().getAsDouble())
        : OptionalDouble.empty();
  }

  /** The boundaries as written, joined for a message. */
  String join(String separator) {
    return at().stream().map(String::valueOf).collect(Collectors.joining(separator));
  }
}
