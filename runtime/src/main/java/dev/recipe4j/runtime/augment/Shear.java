package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import java.util.Arrays;

/**
 * Rows moved in proportion to their distance from the top, or columns to theirs from the left, with
 * cubic interpolation: PIL's {@code Image.transform} with AFFINE and BICUBIC, which a shear turns
 * into four samples of one row or column instead of sixteen, all of a row at one fraction of a
 * pixel.
 */
final class Shear {
  /** Samples beyond the border that a pixel may read; they repeat the border. */
  private static final int BEYOND = 2;

  private Shear() {}

  /** Pixel (x, y) is taken from {@code (x + factor * y, y)}. */
  static Image rows(Image image, double factor) {
    int width = image.width();
    int channels = image.channels();
    int length = width * channels;
    byte[] to = new byte[image.pixels().length];
    double[] row = new double[(width + 2 * BEYOND) * channels];
    for (int y = 0; y < image.height(); y++) {
      double shift = factor * (y + 0.5);
      int whole = (int) Math.floor(shift);
      double fraction = shift - whole;
      int first = limited(-0.5 - shift, width);
      int end = limited(width - 0.5 - shift, width);
      extend(image.pixels(), y * length, width, channels, row);
      int at = y * length;
      Arrays.fill(to, at, at + first * channels, Affine.FILL);
      Arrays.fill(to, at + end * channels, at + length, Affine.FILL);
      int source = (whole - 1 + BEYOND) * channels;
      for (int i = first * channels; i < end * channels; i++) {
        int tap = source + i;
        to[at + i] =
            cubic(
                row[tap],
                row[tap + channels],
                row[tap + 2 * channels],
                row[tap + 3 * channels],
                fraction);
      }
    }
    return new Image(image.height(), width, channels, to);
  }

  /** The first whole number from the bound on, within 0 to the limit. */
  private static int limited(double bound, int limit) {
    return (int) Math.min(Math.max(Math.ceil(bound), 0), limit);
  }

  private static void extend(byte[] from, int start, int width, int channels, double[] row) {
    int length = width * channels;
    int border = BEYOND * channels;
    for (int i = 0; i < length; i++) {
      row[border + i] = from[start + i] & 0xff;
    }
    for (int i = 0; i < border; i++) {
      row[i] = row[border + i % channels];
      row[border + length + i] = row[border + length - channels + i % channels];
    }
  }

  /** Pixel (x, y) is taken from {@code (x, y + factor * x)}. */
  static Image columns(Image image, double factor) {
    int height = image.height();
    int width = image.width();
    int channels = image.channels();
    int length = width * channels;
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    Arrays.fill(to, Affine.FILL);
    int[] rows = rowStarts(height, length);
    // Columns that move by as many halves of a row go together: they read the same rows, and have
    // the same rows that fall off the image; half a row beyond its border there is an image yet.
    int end;
    for (int x = 0; x < width; x = end) {
      int halves = (int) Math.floor(2 * shift(factor, x));
      end = x + 1;
      while (end < width && (int) Math.floor(2 * shift(factor, end)) == halves) {
        end++;
      }
      int whole = Math.floorDiv(halves, 2);
      double[] fractions = fractions(factor, whole, x, end, channels);
      int nearest = Math.floorDiv(halves + 1, 2);
      int last = Math.min(height, height - nearest);
      for (int y = Math.max(0, -nearest); y < last; y++) {
        int tap = y + whole - 1 + BEYOND;
        int column = x * channels;
        cubic(
            from,
            rows[tap] + column,
            rows[tap + 1] + column,
            rows[tap + 2] + column,
            rows[tap + 3] + column,
            fractions,
            to,
            y * length + column);
      }
    }
    return new Image(height, width, channels, to);
  }

  private static double shift(double factor, int x) {
    return factor * (x + 0.5);
  }

  /** The fraction of a row by which each sample of some columns moves. */
  private static double[] fractions(double factor, int whole, int x, int end, int channels) {
    double[] fractions = new double[(end - x) * channels];
    for (int i = 0; i < fractions.length; i++) {
      fractions[i] = shift(factor, x + i / channels) - whole;
    }
    return fractions;
  }

  /** Interpolates between four rows, sample by sample. */
  private static void cubic(
      byte[] from,
      int first,
      int second,
      int third,
      int fourth,
      double[] fractions,
      byte[] to,
      int at) {
    for (int i = 0; i < fractions.length; i++) {
      to[at + i] =
          cubic(
              from[first + i] & 0xff,
              from[second + i] & 0xff,
              from[third + i] & 0xff,
              from[fourth + i] & 0xff,
              fractions[i]);
    }
  }

  /** Where each row begins, and the repeated ones beyond the border. */
  private static int[] rowStarts(int height, int length) {
    int[] starts = new int[height + 2 * BEYOND];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = Math.min(Math.max(i - BEYOND, 0), height - 1) * length;
    }
    return starts;
  }

  /**
   * Cubic convolution with a = -1 (Keys, "Cubic convolution interpolation for digital image
   * processing", 1981) between the second and the third sample, rounded down and cut.
   */
  private static byte cubic(
      double first, double second, double third, double fourth, double fraction) {
    double linear = third - first;
    double square = 2 * (first - second) + third - fourth;
    double cube = second - first - third + fourth;
    return ToneTables.clipped(
        (int) (second + fraction * (linear + fraction * (square + fraction * cube))));
  }
}
