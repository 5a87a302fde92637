package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import java.util.Arrays;

/**
 * A new image of the same size whose pixel (x, y) is taken from {@code (a x + b y + c, d x + e y +
 * f)} of the old one; where that is outside, it is filled. Coordinates are of pixel centres. The
 * arithmetic is that of PIL's {@code Image.transform} with AFFINE, to the bit.
 */
record Affine(double a, double b, double c, double d, double e, double f) {
  /** What a turned or shifted image does not cover: the grey of both AutoAugment papers' code. */
  static final byte FILL = (byte) 128;

  private static final int FRACTION = 16;
  private static final double ONE = 1 << FRACTION;

  /** PIL rounds sine and cosine to that many decimals. */
  private static final double DECIMALS = 1e15;

  /**
   * Turns about the middle of the image.
   *
   * @param degrees counter-clockwise
   */
  static Affine rotation(double degrees, int height, int width) {
    double angle = -Math.toRadians(degrees);
    double cos = Math.rint(StrictMath.cos(angle) * DECIMALS) / DECIMALS;
    double sin = Math.rint(StrictMath.sin(angle) * DECIMALS) / DECIMALS;
    double x = width / 2.0;
    double y = height / 2.0;
    return new Affine(cos, sin, cos * -x + sin * -y + x, -sin, cos, -sin * -x + cos * -y + y);
  }

  /** Moves the content to the left and up, by so many pixels. */
  static Affine translation(double left, double up) {
    return new Affine(1, 0, left, 0, 1, up);
  }

  /** The nearest pixel, found in 16-bit fixed point. */
  Image nearest(Image image) {
    return a == 1 && b == 0 && d == 0 && e == 1 ? moved(image) : stepped(image);
  }

  private Image stepped(Image image) {
    int height = image.height();
    int width = image.width();
    int channels = image.channels();
    byte[] from = image.pixels();
    byte[] to = filled(from.length);
    long right = fixed(a);
    long down = fixed(d);
    long columnOfRow = fixed(a * 0.5 + b * 0.5 + c);
    long rowOfRow = fixed(d * 0.5 + e * 0.5 + f);
    int at = 0;
    for (int y = 0; y < height; y++) {
      long column = columnOfRow;
      long row = rowOfRow;
      for (int x = 0; x < width; x++, at += channels) {
        int fromX = (int) (column >> FRACTION);
        int fromY = (int) (row >> FRACTION);
        if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height) {
          int source = (fromY * width + fromX) * channels;
          to[at] = from[source];
          if (channels == 3) {
            to[at + 1] = from[source + 1];
            to[at + 2] = from[source + 2];
          }
        }
        column += right;
        row += down;
      }
      columnOfRow += fixed(b);
      rowOfRow += fixed(e);
    }
    return new Image(height, width, channels, to);
  }

  /** A translation, which leaves rows together. */
  private Image moved(Image image) {
    int height = image.height();
    int width = image.width();
    int channels = image.channels();
    byte[] to = filled(image.pixels().length);
    long left = fixed(0.5 + c) >> FRACTION;
    long up = fixed(0.5 + f) >> FRACTION;
    int first = (int) Math.min(Math.max(-left, 0), width);
    int end = (int) Math.min(Math.max(width - left, first), width);
    for (int y = 0; y < height; y++) {
      long fromY = y + up;
      if (fromY >= 0 && fromY < height && end > first) {
        int source = (int) ((fromY * width + first + left) * channels);
        int target = (y * width + first) * channels;
        System.arraycopy(image.pixels(), source, to, target, (end - first) * channels);
      }
    }
    return new Image(height, width, channels, to);
  }

  private static byte[] filled(int samples) {
    byte[] pixels = new byte[samples];
    Arrays.fill(pixels, FILL);
    return pixels;
  }

  private static long fixed(double value) {
    return (long) Math.floor(value * ONE + 0.5);
  }

  /** Between the four nearest pixels, in double precision, rounded down. */
  Image bilinear(Image image) {
    int height = image.height();
    int width = image.width();
    int channels = image.channels();
    byte[] from = image.pixels();
    byte[] to = filled(from.length);
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += channels) {
        double fromX = a * (x + 0.5) + b * (y + 0.5) + c;
        double fromY = d * (x + 0.5) + e * (y + 0.5) + f;
        if (!(fromX >= 0 && fromX < width && fromY >= 0 && fromY < height)) {
          continue;
        }
        int left = (int) Math.floor(fromX - 0.5);
        int top = (int) Math.floor(fromY - 0.5);
        double shareOfRight = fromX - 0.5 - left;
        double shareOfBelow = fromY - 0.5 - top;
        int near = Math.max(left, 0) * channels;
        int far = Math.min(left + 1, width - 1) * channels;
        int above = Math.max(top, 0) * width * channels;
        int below = Math.min(top + 1, height - 1) * width * channels;
        for (int channel = 0; channel < channels; channel++) {
          double upper = between(from, above + near, above + far, channel, shareOfRight);
          double lower = between(from, below + near, below + far, channel, shareOfRight);
          to[at + channel] = (byte) (int) (upper + (lower - upper) * shareOfBelow);
        }
      }
    }
    return new Image(height, width, channels, to);
  }

  private static double between(byte[] from, int near, int far, int channel, double share) {
    int first = from[near + channel] & 0xff;
    int second = from[far + channel] & 0xff;
    return first + (second - first) * share;
  }
}
