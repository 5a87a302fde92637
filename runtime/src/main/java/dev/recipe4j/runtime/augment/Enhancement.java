package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;

/**
 * An image moved away from, or towards, a degenerate one: {@code d + factor * (v - d)}, cut to 0 to
 * 255. Factor 0 is the degenerate image, 1 the image itself. The arithmetic is that of PIL's
 * ImageEnhance, to the bit: float32, rounded down.
 */
final class Enhancement {
  private static final int LEVELS = 256;
  // ITU-R 601 luma, as Image.withChannels(1).
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final int HALF = 1 << 15;

  /** Weight of a pixel and of its eight neighbours in the smooth image: 5 + 8. */
  private static final int SMOOTHING = 13;

  /** 1 / 26 in fixed point, rounded up: exact for twice a weighted sum of 13 samples, and 13. */
  private static final int SHIFT = 20;

  private static final int INVERSE = (1 << SHIFT) / (2 * SMOOTHING) + 1;

  private Enhancement() {}

  /** Away from black. */
  static Image brightness(Image image, double factor) {
    return factor == 1 ? image : ToneTables.apply(image, awayFrom(0, (float) factor));
  }

  /** Away from grey of the mean luma of the image. */
  static Image contrast(Image image, double factor) {
    return factor == 1 ? image : ToneTables.apply(image, awayFrom(meanLuma(image), (float) factor));
  }

  private static byte[] awayFrom(int degenerate, float factor) {
    byte[] table = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = ToneTables.clipped((int) (degenerate + factor * (level - degenerate)));
    }
    return table;
  }

  private static int meanLuma(Image image) {
    byte[] luma = image.withChannels(1).pixels();
    long sum = 0;
    for (byte sample : luma) {
      sum += sample & 0xff;
    }
    return (int) ((double) sum / luma.length + 0.5);
  }

  /** Away from the grey image; a grey image is its own. */
  static Image color(Image image, double factor) {
    if (factor == 1 || image.channels() == 1) {
      return image;
    }
    Movement movement = new Movement((float) factor);
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i += 3) {
      int red = from[i] & 0xff;
      int green = from[i + 1] & 0xff;
      int blue = from[i + 2] & 0xff;
      int luma = (RED * red + GREEN * green + BLUE * blue + HALF) >> 16;
      to[i] = movement.apply(luma, red);
      to[i + 1] = movement.apply(luma, green);
      to[i + 2] = movement.apply(luma, blue);
    }
    return new Image(image.height(), image.width(), 3, to);
  }

  /** Away from a smooth image; the border of one pixel stays as it is. */
  static Image sharpness(Image image, double factor) {
    if (factor == 1 || image.height() < 3 || image.width() < 3) {
      return image;
    }
    Movement movement = new Movement((float) factor);
    int channels = image.channels();
    int length = image.width() * channels;
    byte[] to = image.pixels().clone();
    int[] above = new int[length];
    int[] row = new int[length];
    int[] below = new int[length];
    int[] columns = new int[length];
    int[] left = new int[length];
    int[] right = new int[length];
    int[] smooth = new int[length];
    unpack(to, 0, row);
    unpack(to, length, below);
    for (int y = 1; y < image.height() - 1; y++) {
      int[] oldest = above;
      above = row;
      row = below;
      below = oldest;
      int start = y * length;
      unpack(to, start + length, below);
      sum(above, row, below, columns);
      System.arraycopy(columns, 0, left, channels, length - channels);
      System.arraycopy(columns, channels, right, 0, length - channels);
      smooth(left, columns, right, row, smooth);
      for (int i = channels; i < length - channels; i++) {
        to[start + i] = movement.apply(smooth[i], row[i]);
      }
    }
    return new Image(image.height(), image.width(), channels, to);
  }

  private static void unpack(byte[] samples, int from, int[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = samples[from + i] & 0xff;
    }
  }

  // Loops of their own, at one index of arrays of integers: those the virtual machine vectorises.

  private static void sum(int[] first, int[] second, int[] third, int[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = first[i] + second[i] + third[i];
    }
  }

  /** Means of 5 parts of a sample and one of each neighbour, rounded to nearest; none is half. */
  private static void smooth(int[] left, int[] middle, int[] right, int[] row, int[] to) {
    for (int i = 0; i < to.length; i++) {
      int sum = left[i] + middle[i] + right[i] + 4 * row[i];
      to[i] = ((2 * sum + SMOOTHING) * INVERSE) >> SHIFT;
    }
  }

  /** Samples moved away from degenerate ones, by a table: most of it is whole numbers. */
  private static final class Movement {
    /** So near to the next whole number that the sum in 32 bits may reach it. */
    private static final float NEAR = 1 - 1f / (1 << 15);

    private static final int ROUNDED = Integer.MIN_VALUE;

    // For each difference of two samples, from -255 to 255.
    private final float[] exact = new float[2 * LEVELS - 1];
    private final int[] whole = new int[2 * LEVELS - 1];

    Movement(float factor) {
      for (int i = 0; i < exact.length; i++) {
        exact[i] = factor * (i - LEVELS + 1);
        float floor = (float) Math.floor(exact[i]);
        whole[i] = exact[i] - floor < NEAR ? (int) floor : ROUNDED;
      }
    }

    byte apply(int degenerate, int sample) {
      int difference = sample - degenerate + LEVELS - 1;
      int moved = whole[difference];
      return ToneTables.clipped(
          moved == ROUNDED ? (int) (degenerate + exact[difference]) : degenerate + moved);
    }
  }
}
