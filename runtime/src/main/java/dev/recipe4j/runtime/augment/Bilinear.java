package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import java.util.Arrays;

/**
 * Antialiased bilinear resizing: every output sample is the mean of the input samples under a
 * triangle that widens as the image shrinks. The arithmetic is PIL's ({@code Image.resize} with
 * BILINEAR), to the bit: weights in 22-bit fixed point, columns first, rounding to 8 bits between
 * the two passes. Each thread keeps its memory for the next image.
 */
final class Bilinear {
  private static final int PRECISION = 22;
  private static final int HALF = 1 << (PRECISION - 1);
  private static final ThreadLocal<Bilinear> PER_THREAD = ThreadLocal.withInitial(Bilinear::new);

  private final Weights across = new Weights();
  private final Weights down = new Weights();
  // Samples between the passes; as integers, since sums of bytes are not vectorised.
  private int[] wide = {};
  private int[] sums = {};

  private Bilinear() {}

  /**
   * The image in another size; the image itself if that is its size.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   */
  static Image resize(Image image, int height, int width) {
    return height == image.height() && width == image.width()
        ? image
        : resize(image.pixels(), image.height(), image.width(), image.channels(), height, width);
  }

  /**
   * Pixels in another size.
   *
   * @param pixels unsigned bytes, rows x columns x channels; may be longer
   */
  static Image resize(byte[] pixels, int rows, int columns, int channels, int height, int width) {
    byte[] to = new byte[Math.multiplyExact(height * channels, width)];
    PER_THREAD.get().run(pixels, rows, columns, channels, height, width, to);
    return new Image(height, width, channels, to);
  }

  private void run(
      byte[] from, int rows, int columns, int channels, int height, int width, byte[] to) {
    int length = width * channels;
    int size = Math.multiplyExact(rows, length);
    if (wide.length < size) {
      wide = new int[size];
    }
    if (sums.length < length) {
      sums = new int[length];
    }
    if (columns == width) {
      for (int i = 0; i < size; i++) {
        wide[i] = from[i] & 0xff;
      }
    } else {
      across.prepare(columns, width);
      for (int y = 0; y < rows; y++) {
        if (channels == 3) {
          rgbRow(from, y * columns * 3, across, wide, y * length);
        } else {
          greyRow(from, y * columns, across, wide, y * length);
        }
      }
    }
    if (rows == height) {
      for (int i = 0; i < size; i++) {
        to[i] = (byte) wide[i];
      }
    } else {
      down.prepare(rows, height);
      rows(height, length, to);
    }
  }

  private static void rgbRow(byte[] from, int row, Weights weights, int[] to, int at) {
    int[] fixed = weights.fixed;
    for (int x = 0, out = at; x < weights.size; x++, out += 3) {
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
      to[out] = red >> PRECISION;
      to[out + 1] = green >> PRECISION;
      to[out + 2] = blue >> PRECISION;
    }
  }

  private static void greyRow(byte[] from, int row, Weights weights, int[] to, int at) {
    int[] fixed = weights.fixed;
    for (int x = 0; x < weights.size; x++) {
      int sample = row + weights.first[x];
      int tap = x * weights.taps;
      int grey = HALF;
      for (int end = tap + weights.count[x]; tap < end; tap++, sample++) {
        grey += (from[sample] & 0xff) * fixed[tap];
      }
      to[at + x] = grey >> PRECISION;
    }
  }

  /** Sums whole rows, so that memory is read in order. */
  private void rows(int height, int length, byte[] to) {
    int[] sum = sums;
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0, length, HALF);
      int row = down.first[y] * length;
      int tap = y * down.taps;
      for (int end = tap + down.count[y]; tap < end; tap++, row += length) {
        add(wide, row, down.fixed[tap], sum, length);
      }
      int out = y * length;
      for (int i = 0; i < length; i++) {
        to[out + i] = (byte) (sum[i] >> PRECISION);
      }
    }
  }

  private static void add(int[] samples, int start, int weight, int[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += samples[start + i] * weight;
    }
  }

  /**
   * For each output sample of one axis: the first input sample it reads, how many, and their
   * weights. The weights of a sample sum to 1 up to rounding, so no result exceeds 255.
   */
  private static final class Weights {
    private int in;
    private int size;
    private int taps;
    private int[] first = {};
    private int[] count = {};
    private int[] fixed = {};
    private double[] exact = {};

    void prepare(int samples, int out) {
      if (samples == in && out == size) {
        return;
      }
      in = samples;
      size = out;
      double scale = (double) in / out;
      // Enlarging reads two neighbours; only shrinking widens the triangle.
      double support = Math.max(scale, 1);
      double inverse = 1 / support;
      taps = (int) Math.ceil(support) * 2 + 1;
      if (first.length < out) {
        first = new int[out];
        count = new int[out];
      }
      if (fixed.length < taps * out) {
        fixed = new int[taps * out];
      }
      if (exact.length < taps) {
        exact = new double[taps];
      }
      for (int i = 0; i < out; i++) {
        prepare(i, (i + 0.5) * scale, support, inverse);
      }
    }

    private void prepare(int i, double centre, double support, double inverse) {
      first[i] = Math.max((int) (centre - support + 0.5), 0);
      count[i] = Math.min((int) (centre + support + 0.5), in) - first[i];
      double sum = 0;
      for (int tap = 0; tap < count[i]; tap++) {
        double distance = Math.abs((tap + first[i] - centre + 0.5) * inverse);
        exact[tap] = Math.max(1 - distance, 0);
        sum += exact[tap];
      }
      for (int tap = 0; tap < count[i]; tap++) {
        fixed[i * taps + tap] = (int) (exact[tap] / sum * (1 << PRECISION) + 0.5);
      }
    }
  }
}
