package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;

/**
 * Antialiased bilinear resizing: every output sample is the mean of the input samples under a
 * triangle that widens as the image shrinks. The arithmetic is PIL's ({@code Image.resize} with
 * BILINEAR), to the bit: weights in 22-bit fixed point, columns first, rounding to 8 bits between
 * the two passes. Each thread keeps its memory for the next image.
 */
final class Bilinear {
  private static final int RGB = 3;
  private static final ThreadLocal<Bilinear> PER_THREAD = ThreadLocal.withInitial(Bilinear::new);

  private final RowResize across = new RowResize();
  private final ResizeWeights down = new ResizeWeights();
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
    int room = RowResize.room(channels, width);
    if (wide.length < part.height() || wide[0].length < room) {
      wide = new int[Math.max(wide.length, part.height())][room];
    }
    if (sums.length < length) {
      sums = new int[length];
    }
    across.prepare(channels, part.width(), width);
    down.prepare(part.height(), height);
    image.read(
        part.top(),
        part.left(),
        part.height(),
        part.width(),
        (row, samples) -> across.take(row, row == part.height() - 1, samples, wide));
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
        down.sum(y, wide, 0, sums, length);
      }
      int[] row = isReady ? wide[y] : sums;
      int shift = isReady ? 0 : ResizeWeights.PRECISION;
      if (channels == RGB) {
        interleave(row, width, shift, to, y * length);
      } else {
        for (int x = 0; x < width; x++) {
          to[y * length + x] = (byte) (row[x] >> shift);
        }
      }
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
}
