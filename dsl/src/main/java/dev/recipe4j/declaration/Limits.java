package dev.recipe4j.declaration;

import dev.recipe4j.Range;
import dev.recipe4j.decimal.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The values that a numeric member may take, as {@link dev.recipe4j.Range} gives them.
 *
 * @param above exclusive lower bound, or minus infinity
 * @param atLeast inclusive lower bound, or minus infinity
 * @param below exclusive upper bound, or infinity
 * @param atMost inclusive upper bound, or infinity
 * @param oneOf the only values allowed, or empty
 */
public record Limits(
    double above, double atLeast, double below, double atMost, List<Double> oneOf) {
  public Limits {
    oneOf = List.copyOf(oneOf);
  }

  /** The limits that an annotation states. */
  public static Limits of(Range range) {
    return new Limits(
        range.above(),
        range.atLeast(),
        range.below(),
        range.atMost(),
        Arrays.stream(range.oneOf()).boxed().toList());
  }

  /** Whether the value is finite and within the limits. */
  public boolean allow(double value) {
    return Double.isFinite(value)
        && value > above
        && value >= atLeast
        && value < below
        && value <= atMost
        && (oneOf.isEmpty() || oneOf.contains(value));
  }

  /** The limits in words: {@code "at least 0 and below 1"}. */
  public String show() {
    if (!oneOf.isEmpty()) {
      return "one of " + oneOf.stream().map(Decimals::show).collect(Collectors.joining(", "));
    }
    List<String> parts = new ArrayList<>();
    addBound(parts, "greater than ", above);
    addBound(parts, "at least ", atLeast);
    addBound(parts, "below ", below);
    addBound(parts, "at most ", atMost);
    return parts.isEmpty() ? "finite" : String.join(" and ", parts);
  }

  private static void addBound(List<String> parts, String words, double bound) {
    if (Double.isFinite(bound)) {
      parts.add(words + Decimals.show(bound));
    }
  }
}
