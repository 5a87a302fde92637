package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of a piecewise decay fall at every boundary, and begin at the peak learning rate. They
 * are absolute: they do not follow the batch as the peak does.
 */
final class ValuesOrder extends RateCheck {
  ValuesOrder() {
    super(
        Rule.VALUES_ORDER,
        List.of(Slot.SCHEDULE, Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER),
        List.of());
  }

  /** Whether the values are in disorder or do not begin at the peak. */
  static boolean applies(RecipeSpec recipe) {
    List<Double> values = values(recipe);
    return rise(values).isPresent() || isOff(recipe, values);
  }

  /** The values, if there are any and they go with the boundaries. */
  private static List<Double> values(RecipeSpec recipe) {
    return recipe.schedule() instanceof PiecewiseDecay decay
            && decay.isOrdered()
            && !ValuesLength.applies(recipe)
        ? decay.values()
        : List.of();
  }

  /** The first value that is not below the one before it. */
  private static OptionalInt rise(List<Double> values) {
    return IntStream.range(1, values.size())
        .filter(i -> values.get(i) >= values.get(i - 1))
        .findFirst();
  }

  /** Whether neither the first nor the highest value is the peak. */
  private static boolean isOff(RecipeSpec recipe, List<Double> values) {
    if (values.isEmpty()) {
      return false;
    }
    // A peak that differs from what its reference gives is the matter of LR_BATCH_SCALING.
    double peak = recipe.peak();
    double expected =
        recipe.learningRate().expected(recipe.batch(), recipe.optimizer()).orElse(peak);
    return Stream.of(values.get(0), Collections.max(values))
        .noneMatch(value -> Decimals.same(value, peak) || Decimals.same(value, expected));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    List<Double> values = values(recipe.spec());
    List<Finding> findings = new ArrayList<>();
    rise(values).ifPresent(i -> findings.add(rising(recipe, values, i)));
    if (isOff(recipe.spec(), values)) {
      findings.add(off(recipe, values));
    }
    return findings;
  }

  private Finding rising(Subject recipe, List<Double> values, int i) {
    List<Double> falling = values.stream().sorted(Comparator.reverseOrder()).distinct().toList();
    PiecewiseDecay decay = (PiecewiseDecay) recipe.spec().schedule();
    int boundary = decay.boundaries().get(i - 1);
    return finding(
        recipe.member(Slot.SCHEDULE, "values"),
        "values %s do not fall at every boundary: at %d, %s follows %s"
            .formatted(
                show(values),
                boundary,
                Decimals.show(values.get(i)),
                Decimals.show(values.get(i - 1))),
        falling.size() == values.size()
            ? "write values = " + show(falling)
            : "write a value below %s after boundary %d, or drop the boundary and its value"
                .formatted(Decimals.show(values.get(i - 1)), boundary));
  }

  private Finding off(Subject recipe, List<Double> values) {
    double peak = recipe.spec().peak();
    double highest = Collections.max(values);
    double times = peak / highest;
    List<Double> scaled =
        values.stream()
            .sorted(Comparator.reverseOrder())
            .map(value -> Decimals.rounded(value * times, DIGITS))
            .toList();
    return finding(
        Subject.nearest(
            recipe.member(Slot.SCHEDULE, "values"),
            recipe.member(Slot.LEARNING_RATE, "peak"),
            recipe.member(Slot.LEARNING_RATE, "reference"),
            recipe.member(Slot.BATCH, "value")),
        "the highest of the values %s is %s, but the peak learning rate at batch %d is %s"
            .formatted(
                show(values),
                Decimals.show(highest),
                recipe.spec().batch().value(),
                Decimals.show(peak)),
        "write values = %s, or factor in their place, which follows the batch"
            .formatted(show(scaled)));
  }

  private static final int DIGITS = 6;

  private static String show(List<Double> values) {
    return values.stream().map(Decimals::show).collect(Collectors.joining(", ", "{", "}"));
  }
}
