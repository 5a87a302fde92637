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
    double[] shifts = new double[width];
    for (int x = 0; x < width; x++) {
      shifts[x] = factor * (x + 0.5);
    }
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += channels) {
        double fromY = y + 0.5 + shifts[x];
        if (!(fromY >= 0 && fromY < height)) {
          Arrays.fill(to, at, at + channels, Affine.FILL);
          continue;
        }
        int whole = (int) Math.floor(shifts[x]);
        double fraction = shifts[x] - whole;
        int column = x * channels;
        int first = clamped(y + whole - 1, height) * length + column;
        int second = clamped(y + whole, height) * length + column;
        int third = clamped(y + whole + 1, height) * length + column;
        int fourth = clamped(y + whole + 2, height) * length + column;
        for (int channel = 0; channel < channels; channel++) {
          to[at + channel] =
              cubic(
                  from[first + channel] & 0xff,
                  from[second + channel] & 0xff,
                  from[third + channel] & 0xff,
                  from[fourth + channel] & 0xff,
                  fraction);
        }
      }
    }
    return new Image(height, width, channels, to);
  }

  private static int clamped(int row, int height) {
    return Math.min(Math.max(row, 0), height - 1);
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
