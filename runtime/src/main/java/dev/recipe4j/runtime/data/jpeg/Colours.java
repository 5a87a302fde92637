package dev.recipe4j.runtime.data.jpeg;

/**
 * From luma and colour differences to red, green and blue, to the bit as libjpeg: 16-bit fixed
 * point.
 *
 * @see "ITU-T T.871 (JFIF), section 7: conversion to and from RGB"
 */
final class Colours {
  private static final int PRECISION = 16;
  private static final int HALF = 1 << (PRECISION - 1);
  private static final int LEVELS = 256;
  private static final int CENTRE = 128;
  private static final int WHITE = 255;
  private static final int[] RED_OF_CR = new int[LEVELS];
  private static final int[] GREEN_OF_CR = new int[LEVELS];
  private static final int[] GREEN_OF_CB = new int[LEVELS];
  private static final int[] BLUE_OF_CB = new int[LEVELS];

  static {
    for (int level = 0; level < LEVELS; level++) {
      int difference = level - CENTRE;
      RED_OF_CR[level] = (fixed(1.402) * difference + HALF) >> PRECISION;
      BLUE_OF_CB[level] = (fixed(1.772) * difference + HALF) >> PRECISION;
      GREEN_OF_CR[level] = -fixed(0.71414) * difference;
      GREEN_OF_CB[level] = -fixed(0.34414) * difference + HALF;
    }
  }

  private Colours() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << PRECISION) + 0.5);
  }

  /** A row of pixels, red, green and blue beside each other. */
  static void row(byte[] luma, byte[] blueness, byte[] redness, int width, byte[] to, int start) {
    for (int x = 0, at = start; x < width; x++, at += 3) {
      int y = luma[x] & 0xff;
      int cb = blueness[x] & 0xff;
      int cr = redness[x] & 0xff;
      to[at] = clamp(y + RED_OF_CR[cr]);
      to[at + 1] = clamp(y + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> PRECISION));
      to[at + 2] = clamp(y + BLUE_OF_CB[cb]);
    }
  }

  /** Rows of three colours side by side. */
  static void interleave(byte[] red, byte[] green, byte[] blue, int width, byte[] to, int start) {
    for (int x = 0, at = start; x < width; x++, at += 3) {
      to[at] = red[x];
      to[at + 1] = green[x];
      to[at + 2] = blue[x];
    }
  }

  /**
   * What remains of the light under inks and black, in place. They are stored inverted, as Adobe
   * does and as PIL takes every file.
   *
   * @param complements whether the colours are the complements of what is stored, as those that are
   *     computed from luma are
   */
  static void underInk(byte[] colours, int start, byte[] black, int width, boolean complements) {
    for (int x = 0, at = start; x < width; x++) {
      int light = black[x] & 0xff;
      for (int end = at + 3; at < end; at++) {
        int stored = colours[at] & 0xff;
        int ink = complements ? stored : WHITE - stored;
        int product = ink * light + CENTRE;
        colours[at] = clamp(light - ((product + (product >> 8)) >> 8));
      }
    }
  }

  private static byte clamp(int sample) {
    return (byte) Math.max(0, Math.min(sample, 255));
  }
}
