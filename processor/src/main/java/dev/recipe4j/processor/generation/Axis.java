package dev.recipe4j.processor.generation;

import dev.recipe4j.decimal.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a picture: a scale from 0 to at least a given value, with ticks at round numbers.
 *
 * @param from pixel of 0
 * @param to pixel of the end
 * @param end value at the end
 * @param ticks round values from 0 to the end
 */
record Axis(double from, double to, double end, List<Double> ticks) {
  Axis {
    ticks = List.copyOf(ticks);
  }

  /** An axis of whole numbers that ends at the given one. */
  static Axis ofWhole(double from, double to, int end) {
    return new Axis(from, to, end, ticks(Math.max(1, roundUp(end / 8.0)), end));
  }

  /** An axis that goes a little beyond the given value. */
  static Axis beyond(double from, double to, double value) {
    double end = value * 1.08;
    return new Axis(from, to, end, ticks(roundUp(value / 5), end));
  }

  /** The pixel of a value. */
  double pixel(double value) {
    return from + (to - from) * value / end;
  }

  private static List<Double> ticks(double step, double end) {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; !Decimals.exceeds(Decimals.times(i, step), end); i++) {
      ticks.add(Decimals.times(i, step));
    }
    return ticks;
  }

  /** The least of 1, 2, 5 times a power of ten that is not below the number. */
  private static double roundUp(double number) {
    int exponent = (int) Math.floor(Math.log10(number));
    for (int digit : new int[] {1, 2, 5}) {
      double candidate = scaled(digit, exponent);
      if (!Decimals.exceeds(number, candidate)) {
        return candidate;
      }
    }
    return scaled(1, exponent + 1);
  }

  private static double scaled(int digit, int exponent) {
    double power = Decimals.power(10, Math.abs(exponent));
    return exponent < 0 ? Decimals.divide(digit, power) : Decimals.times(digit, power);
  }
}
