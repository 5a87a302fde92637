package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import java.util.Arrays;

/**
 * Antialiased bilinear resizing: every output sample is the mean of the input samples under a
 * triangle that widens as the image shrinks. The arithmetic is PIL's ({@code Image.resize} with
 * BILINEAR), to the bit: weights in 22-bit fixed point, columns first, rounding to 8 bits between
 * the two passes.
 */
final class Bilinear {
  private static final int PRECISION = 22;
  private static final int HALF = 1 << (PRECISION - 1);

  private Bilinear() {}

  /**
   * The image in another size; the image itself if that is its size.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   */
  static Image resize(Image image, int height, int width) {
    Image wide = width == image.width() ? image : columns(image, width);
    return height == wide.height() ? wide : rows(wide, height);
  }

  private static Image columns(Image image, int width) {
    int channels = image.channels();
    Weights weights = Weights.of(image.width(), width);
    byte[] to = new byte[image.height() * width * channels];
    int length = image.width() * channels;
    for (int y = 0; y < image.height(); y++) {
      if (channels == 3) {
        rgbRow(image.pixels(), y * length, weights, to, y * width * 3);
      } else {
        greyRow(image.pixels(), y * length, weights, to, y * width);
      }
    }
    return new Image(image.height(), width, channels, to);
  }

  private static void rgbRow(byte[] from, int row, Weights weights, byte[] to, int at) {
    int[] fixed = weights.fixed;
    for (int x = 0, out = at; x < weights.first.length; x++, out += 3) {
      int sample = row + weights.first[x] * 3;
      int tap = x * weights.taps;
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      for (int end = tap + weights.count[x]; tap < end; tap++, sample += 3) {
        int weight = fixed[tap];
        red += (from[sample] & 0xff) * weight;
        green += (from[sample + 1] & 0xff) * weight;
        blue += (from[sample + 2] & 0xff) * weight;
      }
      to[out] = (byte) (red >> PRECISION);
      to[out + 1] = (byte) (green >> PRECISION);
      to[out + 2] = (byte) (blue >> PRECISION);
    }
  }

  private static void greyRow(byte[] from, int row, Weights weights, byte[] to, int at) {
    int[] fixed = weights.fixed;
    for (int x = 0; x < weights.first.length; x++) {
      int sample = row + weights.first[x];
      int tap = x * weights.taps;
      int grey = HALF;
      for (int end = tap + weights.count[x]; tap < end; tap++, sample++) {
        grey += (from[sample] & 0xff) * fixed[tap];
      }
      to[at + x] = (byte) (grey >> PRECISION);
    }
  }

  /** Sums whole rows, so that memory is read in order. */
  private static Image rows(Image image, int height) {
    int length = image.width() * image.channels();
    Weights weights = Weights.of(image.height(), height);
    byte[] from = image.pixels();
    byte[] to = new byte[height * length];
    int[] sums = new int[length];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, HALF);
      for (int tap = 0; tap < weights.count[y]; tap++) {
        int weight = weights.fixed[y * weights.taps + tap];
        int row = (weights.first[y] + tap) * length;
        for (int i = 0; i < length; i++) {
          sums[i] += (from[row + i] & 0xff) * weight;
        }
      }
      int out = y * length;
      for (int i = 0; i < length; i++) {
        to[out + i] = (byte) (sums[i] >> PRECISION);
      }
    }
    return new Image(height, image.width(), image.channels(), to);
  }

  /**
   * For each output sample of one axis: the first input sample it reads, how many, and their
   * weights. The weights of a sample sum to 1 up to rounding, so no result exceeds 255.
   */
  private static final class Weights {
    private final int taps;
    private final int[] first;
    private final int[] count;
    private final int[] fixed;

    private Weights(int taps, int out) {
      this.taps = taps;
      this.first = new int[out];
      this.count = new int[out];
      this.fixed = new int[taps * out];
    }

    static Weights of(int in, int out) {
      double scale = (double) in / out;
      // Enlarging reads two neighbours; only shrinking widens the triangle.
      double support = Math.max(scale, 1);
      double inverse = 1 / support;
      Weights weights = new Weights((int) Math.ceil(support) * 2 + 1, out);
      double[] exact = new double[weights.taps];
      for (int i = 0; i < out; i++) {
        double centre = (i + 0.5) * scale;
        int first = Math.max((int) (centre - support + 0.5), 0);
        int count = Math.min((int) (centre + support + 0.5), in) - first;
        double sum = 0;
        for (int tap = 0; tap < count; tap++) {
          double distance = Math.abs((tap + first - centre + 0.5) * inverse);
          exact[tap] = Math.max(1 - distance, 0);
          sum += exact[tap];
        }
        for (int tap = 0; tap < count; tap++) {
          weights.fixed[i * weights.taps + tap] = (int) (exact[tap] / sum * (1 << PRECISION) + 0.5);
        }
        weights.first[i] = first;
        weights.count[i] = count;
      }
      return weights;
    }
  }
}
