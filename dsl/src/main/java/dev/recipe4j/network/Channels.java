package dev.recipe4j.network;

/** Numbers of channels as the MobileNets of TensorFlow round them. */
final class Channels {
  private static final int DIVISOR = 8;
  private static final double LEAST_SHARE = 0.9;

  private Channels() {}

  /** The nearest multiple of 8, at least 8, that is not below 90 % of the number. */
  static int divisible(double channels) {
    int rounded = Math.max(DIVISOR, (int) (channels + DIVISOR / 2.0) / DIVISOR * DIVISOR);
    return rounded < LEAST_SHARE * channels ? rounded + DIVISOR : rounded;
  }
}
