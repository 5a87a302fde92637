package dev.recipe4j.decimal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Arithmetic on the decimals that a recipe's author wrote, not on their binary approximations: 0.1
 * x 0.1 is 0.01, and 1.01 times a value is not over 1 % by rounding.
 */
public final class Decimals {
  private static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final double TOLERANCE = 1e-9;

  private Decimals() {}

  /** {@code a * b}, both finite. */
  public static double times(double a, double b) {
    return decimal(a).multiply(decimal(b), PRECISION).doubleValue();
  }

  /** {@code a / b}, both finite, {@code b} not 0. */
  public static double divide(double a, double b) {
    return decimal(a).divide(decimal(b), PRECISION).doubleValue();
  }

  /** {@code a + b}, both finite. */
  public static double plus(double a, double b) {
    return decimal(a).add(decimal(b), PRECISION).doubleValue();
  }

  /** {@code base} to the power {@code exponent}, at least 0. */
  public static double power(double base, int exponent) {
    return decimal(base).pow(exponent, PRECISION).doubleValue();
  }

  /** The whole number nearest to {@code a * b}, halves rounded up. */
  public static long roundedProduct(double a, long b) {
    return decimal(a)
        .multiply(BigDecimal.valueOf(b))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** Whether {@code a} is greater than {@code b} by more than rounding. */
  public static boolean exceeds(double a, double b) {
    return a > b + TOLERANCE * Math.abs(b);
  }

  /** Whether the two are equal up to rounding. */
  public static boolean same(double a, double b) {
    return !exceeds(a, b) && !exceeds(b, a);
  }

  /**
   * The number as a person writes it, with at most 12 digits: {@code 0.3}, {@code 1024}, {@code
   * 1e-4}.
   */
  public static String show(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal rounded = decimal(number).round(SHOWN).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -3 || exponent > 12) {
      String digits = rounded.unscaledValue().toString();
      String sign = digits.startsWith("-") ? "-" : "";
      digits = digits.substring(sign.length());
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      return sign + digits.charAt(0) + fraction + "e" + exponent;
    }
    return rounded.toPlainString();
  }

  /** A number with its unit in singular or plural: {@code 1 epoch}, {@code 2.5 epochs}. */
  public static String count(double number, String unit) {
    return show(number) + " " + noun(number, unit);
  }

  /** What stands after a number: {@code epoch} after 1, else {@code epochs}. */
  public static String noun(double number, String unit) {
    return number == 1 ? unit : unit + "s";
  }

  /** The part in percent of the whole, with one digit after the point: {@code 12.5 %}. */
  public static String percent(double part, double whole) {
    return show(Math.round(1000 * part / whole) / 10.0) + " %";
  }

  /** The number to so many significant digits: more are noise in a message. */
  public static double rounded(double number, int digits) {
    return decimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number);
  }
}
