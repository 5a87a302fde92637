package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;

/**
 * Changes of single samples by a table of 256 values for each channel, so that no sample is
 * computed twice. The arithmetic is that of PIL's ImageOps, to the bit.
 */
final class ToneTables {
  private static final int LEVELS = 256;
  private static final int BRIGHTEST = 255;

  private ToneTables() {}

  /**
   * Keeps the highest bits of every sample.
   *
   * @param bits 0 (a black image) to 8 (the image itself)
   */
  static Image posterize(Image image, int bits) {
    int mask = -(1 << (8 - bits));
    byte[] table = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = (byte) (level & mask);
    }
    return apply(image, table);
  }

  /** Inverts the samples that are at least the threshold: none from 256 on, all at 0. */
  static Image solarize(Image image, double threshold) {
    byte[] table = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = (byte) (level < threshold ? level : BRIGHTEST - level);
    }
    return apply(image, table);
  }

  /** The negative. */
  static Image invert(Image image) {
    return solarize(image, 0);
  }

  /** Stretches each channel so that its darkest sample is 0 and its brightest 255. */
  static Image autocontrast(Image image) {
    int[][] histograms = histograms(image);
    byte[][] tables = new byte[histograms.length][];
    for (int channel = 0; channel < tables.length; channel++) {
      tables[channel] = stretching(histograms[channel]);
    }
    return apply(image, tables);
  }

  private static byte[] stretching(int[] histogram) {
    int darkest = 0;
    while (histogram[darkest] == 0) {
      darkest++;
    }
    int brightest = BRIGHTEST;
    while (histogram[brightest] == 0) {
      brightest--;
    }
    if (brightest == darkest) {
      return identity();
    }
    double scale = 255.0 / (brightest - darkest);
    double offset = -darkest * scale;
    byte[] table = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = clipped((int) (level * scale + offset));
    }
    return table;
  }

  /** Spreads the samples of each channel so that every level is about equally frequent. */
  static Image equalize(Image image) {
    int[][] histograms = histograms(image);
    byte[][] tables = new byte[histograms.length][];
    for (int channel = 0; channel < tables.length; channel++) {
      tables[channel] = equalizing(histograms[channel]);
    }
    return apply(image, tables);
  }

  private static byte[] equalizing(int[] histogram) {
    int highest = BRIGHTEST;
    while (histogram[highest] == 0) {
      highest--;
    }
    int below = 0;
    for (int level = 0; level < highest; level++) {
      below += histogram[level];
    }
    int step = below / BRIGHTEST;
    if (step == 0) {
      return identity();
    }
    byte[] table = new byte[LEVELS];
    int count = step / 2;
    for (int level = 0; level < LEVELS; level++) {
      table[level] = clipped(count / step);
      count += histogram[level];
    }
    return table;
  }

  /** The image with each sample replaced by what the table says. */
  static Image apply(Image image, byte[] table) {
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = table[from[i] & 0xff];
    }
    return new Image(image.height(), image.width(), image.channels(), to);
  }

  private static Image apply(Image image, byte[][] tables) {
    if (tables.length == 1) {
      return apply(image, tables[0]);
    }
    byte[] red = tables[0];
    byte[] green = tables[1];
    byte[] blue = tables[2];
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i += 3) {
      to[i] = red[from[i] & 0xff];
      to[i + 1] = green[from[i + 1] & 0xff];
      to[i + 2] = blue[from[i + 2] & 0xff];
    }
    return new Image(image.height(), image.width(), 3, to);
  }

  /** How often each level occurs in each channel. */
  private static int[][] histograms(Image image) {
    int[][] counts = new int[image.channels()][LEVELS];
    byte[] pixels = image.pixels();
    if (counts.length == 1) {
      int[] grey = counts[0];
      for (byte sample : pixels) {
        grey[sample & 0xff]++;
      }
      return counts;
    }
    int[] red = counts[0];
    int[] green = counts[1];
    int[] blue = counts[2];
    for (int i = 0; i < pixels.length; i += 3) {
      red[pixels[i] & 0xff]++;
      green[pixels[i + 1] & 0xff]++;
      blue[pixels[i + 2] & 0xff]++;
    }
    return counts;
  }

  private static byte[] identity() {
    byte[] table = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = (byte) level;
    }
    return table;
  }

  /** A sample, cut to 0 to 255. */
  static byte clipped(int sample) {
    return (byte) Math.min(Math.max(sample, 0), BRIGHTEST);
  }
}
