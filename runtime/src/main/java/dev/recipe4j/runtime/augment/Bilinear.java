package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;
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
  private static final int RGB = 3;
  private static final ThreadLocal<Bilinear> PER_THREAD = ThreadLocal.withInitial(Bilinear::new);

  private final Weights across = new Weights();
  private final Weights down = new Weights();
  // Samples between the passes, the channels of a row one after the other. The virtual machine
  // vectorises sums of integers, not of bytes, and only where every row is an array of its own.
  private int[][] wide = {};
  private int[] sums = {};

  private Bilinear() {}

  /**
   * The image in another size; the image itself if that is its size.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   */
  static Image resize(Image image, int height, int width) {
    Region all = new Region(0, 0, image.height(), image.width());
    return height == image.height() && width == image.width()
        ? image
        : resize(image, all, height, width);
  }

  /** A part of the image, which must lie within it, in another size. */
  static Image resize(StoredImage image, Region part, int height, int width) {
    return PER_THREAD.get().run(image, part, height, width);
  }

  private Image run(StoredImage image, Region part, int height, int width) {
    int channels = image.channels();
    int length = width * channels;
    if (wide.length < part.height() || wide[0].length < length) {
      wide = new int[Math.max(wide.length, part.height())][length];
    }
    if (sums.length < length) {
      sums = new int[length];
    }
    across.prepare(part.width(), width);
    down.prepare(part.height(), height);
    image.read(
        part.top(),
        part.left(),
        part.height(),
        part.width(),
        (row, samples) -> {
          if (channels == RGB) {
            across.apply(samples[0], samples[1], samples[2], wide[row]);
          } else {
            across.apply(samples[0], wide[row]);
          }
        });
    byte[] pixels = new byte[Math.multiplyExact(height, length)];
    rows(height, width, channels, pixels);
    return new Image(height, width, channels, pixels);
  }

  /** Sums whole rows, so that memory is read in order. */
  private void rows(int height, int width, int channels, byte[] to) {
    int length = width * channels;
    for (int y = 0; y < height; y++) {
      boolean isReady = down.isIdentity();
      if (!isReady) {
        sum(y, length);
      }
      int[] row = isReady ? wide[y] : sums;
      int shift = isReady ? 0 : PRECISION;
      if (channels == RGB) {
        interleave(row, width, shift, to, y * length);
      } else {
        for (int x = 0; x < width; x++) {
          to[y * length + x] = (byte) (row[x] >> shift);
        }
      }
    }
  }

  private void sum(int y, int length) {
    Arrays.fill(sums, 0, length, HALF);
    int row = down.first[y];
    int tap = y * down.taps;
    int end = tap + down.count[y];
    for (; tap + 1 < end; tap += 2, row += 2) {
      add(wide[row], down.fixed[tap], wide[row + 1], down.fixed[tap + 1], sums, length);
    }
    if (tap < end) {
      add(wide[row], down.fixed[tap], sums, length);
    }
  }

  private static void add(int[] samples, int weight, int[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += samples[i] * weight;
    }
  }

  private static void add(
      int[] samples, int weight, int[] next, int nextWeight, int[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += samples[i] * weight + next[i] * nextWeight;
    }
  }

  private static void interleave(int[] row, int width, int shift, byte[] to, int at) {
    int green = width;
    int blue = green + width;
    for (int x = 0, out = at; x < width; x++, out += RGB) {
      to[out] = (byte) (row[x] >> shift);
      to[out + 1] = (byte) (row[green + x] >> shift);
      to[out + 2] = (byte) (row[blue + x] >> shift);
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

    boolean isIdentity() {
      return in == size;
    }

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
      int from = Math.max((int) (centre - support + 0.5), 0);
      int to = Math.min((int) (centre + support + 0.5), in);
      double sum = 0;
      for (int tap = 0; tap < to - from; tap++) {
        double distance = Math.abs((tap + from - centre + 0.5) * inverse);
        exact[tap] = Math.max(1 - distance, 0);
        sum += exact[tap];
      }
      for (int tap = 0; tap < to - from; tap++) {
        fixed[i * taps + tap] = (int) (exact[tap] / sum * (1 << PRECISION) + 0.5);
      }
      first[i] = from;
      count[i] = to - from;
    }

    /** A row of samples, each 0 to 255, in the new length. */
    void apply(int[] row, int[] to) {
      if (isIdentity()) {
        System.arraycopy(row, 0, to, 0, size);
        return;
      }
      int[] weight = fixed;
      for (int x = 0; x < size; x++) {
        int sample = first[x];
        int tap = x * taps;
        int sum = HALF;
        for (int end = tap + count[x]; tap < end; tap++, sample++) {
          sum += row[sample] * weight[tap];
        }
        to[x] = sum >> PRECISION;
      }
    }

    /** Three rows, each 0 to 255, in the new length, one after the other. */
    void apply(int[] red, int[] green, int[] blue, int[] to) {
      int twice = 2 * size;
      if (isIdentity()) {
        System.arraycopy(red, 0, to, 0, size);
        System.arraycopy(green, 0, to, size, size);
        System.arraycopy(blue, 0, to, twice, size);
        return;
      }
      int[] weights = fixed;
      for (int x = 0; x < size; x++) {
        int sample = first[x];
        int tap = x * taps;
        int redSum = HALF;
        int greenSum = HALF;
        int blueSum = HALF;
        for (int end = tap + count[x]; tap < end; tap++, sample++) {
          int weight = weights[tap];
          redSum += red[sample] * weight;
          greenSum += green[sample] * weight;
          blueSum += blue[sample] * weight;
        }
        to[x] = redSum >> PRECISION;
        to[size + x] = greenSum >> PRECISION;
        to[twice + x] = blueSum >> PRECISION;
      }
    }
  }
}
