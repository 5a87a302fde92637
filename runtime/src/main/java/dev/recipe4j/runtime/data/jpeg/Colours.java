package dev.recipe4j.runtime.data.jpeg;

/**
 * From luma and colour differences to red, green and blue, to the bit as libjpeg: 16-bit fixed
 * point. Rows are converted in place, in loops that the compiler of the virtual machine turns into
 * vector instructions.
 *
 * @see "ITU-T T.871 (JFIF), section 7: conversion to and from RGB"
 */
final class Colours {
  private static final int PRECISION = 16;
  private static final int HALF = 1 << (PRECISION - 1);
  private static final int CENTRE = 128;
  private static final int WHITE = 255;
  // 1.402, 1.772, 0.71414 and 0.34414.
  private static final int RED_OF_CR = 91881;
  private static final int BLUE_OF_CB = 116130;
  private static final int GREEN_OF_CR = 46802;
  private static final int GREEN_OF_CB = 22554;

  private Colours() {}

  /**
   * Makes red, green and blue.
   *
   * @param luma becomes red
   * @param blueness becomes green
   * @param redness becomes blue
   * @param spare of at least the same length
   */
  static void toRgb(int[] luma, int[] blueness, int[] redness, int[] spare, int width) {
    // The differences lie around 128: -(a * (cb - 128) + b * (cr - 128)) + 1/2.
    int constant = (GREEN_OF_CB + GREEN_OF_CR) * CENTRE + HALF;
    for (int x = 0; x < width; x++) {
      spare[x] =
          luma[x]
              + ((constant - GREEN_OF_CB * blueness[x] - GREEN_OF_CR * redness[x]) >> PRECISION);
    }
    for (int x = 0; x < width; x++) {
      blueness[x] = luma[x] + ((BLUE_OF_CB * (blueness[x] - CENTRE) + HALF) >> PRECISION);
    }
    for (int x = 0; x < width; x++) {
      luma[x] += (RED_OF_CR * (redness[x] - CENTRE) + HALF) >> PRECISION;
    }
    System.arraycopy(blueness, 0, redness, 0, width);
    System.arraycopy(spare, 0, blueness, 0, width);
    Limit.toByte(luma, width);
    Limit.toByte(blueness, width);
    Limit.toByte(redness, width);
  }

  /**
   * What remains of the light under an ink and black, in place. They are stored inverted, as Adobe
   * does and as PIL takes every file.
   *
   * @param complement whether the colour is the complement of what is stored, as one that is
   *     computed from luma is
   */
  static void underInk(int[] colour, int[] black, int width, boolean complement) {
    for (int x = 0; x < width; x++) {
      int ink = complement ? colour[x] : WHITE - colour[x];
      int product = ink * black[x] + CENTRE;
      colour[x] = Math.max(0, black[x] - ((product + (product >> 8)) >> 8));
    }
  }
}
