package dev.recipe4j.runtime.report;

import dev.recipe4j.decimal.Decimals;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them. */
final class Numbers {
  private static final String NONE = "–";
  private static final int DIGITS = 4;

  private Numbers() {}

  /** A share as in {@code 93.25 %}. */
  static String percent(double share) {
    return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** A share that is not measured so exactly, as in {@code 93.3 %}. */
  static String roughPercent(double share) {
    return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : NONE;
  }

  static String loss(double nats) {
    return Double.isFinite(nats) ? String.format(Locale.ROOT, "%.4f", nats) : Double.toString(nats);
  }

  static String loss(OptionalDouble nats) {
    return nats.isPresent() ? loss(nats.getAsDouble()) : NONE;
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A learning rate. */
  static String rate(double rate) {
    return Decimals.show(Decimals.rounded(rate, DIGITS));
  }

  /** Seconds as in {@code 8.4 s}, {@code 12 min 5 s} or {@code 3 h 7 min}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  static String speed(double imagesPerSecond) {
    return Double.isNaN(imagesPerSecond)
        ? NONE
        : String.format(Locale.ROOT, "%,.0f", imagesPerSecond);
  }
}
