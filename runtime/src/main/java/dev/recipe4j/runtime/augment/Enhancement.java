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

  /** The smooth sample for each weighted sum, rounded to nearest; 13 is odd, so none is half. */
  private static final byte[] SMOOTH = new byte[255 * SMOOTHING + 1];

  static {
    for (int sum = 0; sum < SMOOTH.length; sum++) {
      SMOOTH[sum] = (byte) ((2 * sum + SMOOTHING) / (2 * SMOOTHING));
    }
  }

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
    float[] moved = moves((float) factor);
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i += 3) {
      int red = from[i] & 0xff;
      int green = from[i + 1] & 0xff;
      int blue = from[i + 2] & 0xff;
      int luma = (RED * red + GREEN * green + BLUE * blue + HALF) >> 16;
      int zero = LEVELS - 1 - luma;
      to[i] = ToneTables.clipped((int) (luma + moved[red + zero]));
      to[i + 1] = ToneTables.clipped((int) (luma + moved[green + zero]));
      to[i + 2] = ToneTables.clipped((int) (luma + moved[blue + zero]));
    }
    return new Image(image.height(), image.width(), 3, to);
  }

  /** Away from a smooth image; the border of one pixel stays as it is. */
  static Image sharpness(Image image, double factor) {
    if (factor == 1 || image.height() < 3 || image.width() < 3) {
      return image;
    }
    float[] moved = moves((float) factor);
    int channels = image.channels();
    int length = image.width() * channels;
    byte[] from = image.pixels();
    byte[] to = from.clone();
    int[] columns = new int[length];
    for (int y = 1; y < image.height() - 1; y++) {
      int row = y * length;
      for (int i = 0; i < length; i++) {
        int at = row + i;
        columns[i] = (from[at - length] & 0xff) + (from[at] & 0xff) + (from[at + length] & 0xff);
      }
      for (int i = channels; i < length - channels; i++) {
        int sample = from[row + i] & 0xff;
        int sum = columns[i - channels] + columns[i] + columns[i + channels] + 4 * sample;
        int smooth = SMOOTH[sum] & 0xff;
        to[row + i] = ToneTables.clipped((int) (smooth + moved[sample - smooth + LEVELS - 1]));
      }
    }
    return new Image(image.height(), image.width(), channels, to);
  }

  /** The factor times each difference of two samples, from -255 to 255. */
  private static float[] moves(float factor) {
    float[] moves = new float[2 * LEVELS - 1];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = factor * (i - LEVELS + 1);
    }
    return moves;
  }
}
