package dev.recipe4j.runtime.data.jpeg;

/**
 * The decoded samples of one colour that a region of the image needs, in whole blocks. Used again
 * for other images. For use by one thread.
 */
final class Plane {
  private static final int SIDE = 8;

  private byte[] samples = {};
  private int stride;
  private int firstBlockRow;
  private int lastBlockRow;
  private int firstBlock;
  private int lastBlock;
  private boolean halfAcross;
  private boolean halfDown;
  private boolean smooth;
  private int columns;
  private int rows;
  private int[] sums = {};

  /**
   * Prepares for the samples of a region.
   *
   * @param imageHeight rows of the image
   * @param imageWidth columns of the image
   * @param halfDown whether two rows of the image have one of samples
   * @param halfAcross whether two columns of the image have one of samples
   */
  void begin(
      int imageHeight,
      int imageWidth,
      boolean halfDown,
      boolean halfAcross,
      int top,
      int left,
      int height,
      int width) {
    this.halfDown = halfDown;
    this.halfAcross = halfAcross;
    rows = halfDown ? (imageHeight + 1) / 2 : imageHeight;
    columns = halfAcross ? (imageWidth + 1) / 2 : imageWidth;
    // As libjpeg: two columns are too few to smooth between.
    smooth = !halfAcross || columns > 2;
    firstBlockRow = first(top, halfDown) / SIDE;
    lastBlockRow = last(top + height - 1, halfDown, rows) / SIDE;
    firstBlock = first(left, halfAcross) / SIDE;
    lastBlock = last(left + width - 1, halfAcross, columns) / SIDE;
    stride = (lastBlock - firstBlock + 1) * SIDE;
    int size = Math.multiplyExact(stride, (lastBlockRow - firstBlockRow + 1) * SIDE);
    if (samples.length < size) {
      samples = new byte[size];
    }
    if (sums.length < stride) {
      sums = new int[stride];
    }
  }

  /** Smoothing needs the neighbours. */
  private static int first(int pixel, boolean half) {
    return half ? Math.max(pixel / 2 - 1, 0) : pixel;
  }

  private static int last(int pixel, boolean half, int count) {
    return half ? Math.min(pixel / 2 + 1, count - 1) : pixel;
  }

  boolean needsRow(int blockRow) {
    return blockRow >= firstBlockRow && blockRow <= lastBlockRow;
  }

  boolean needs(int blockRow, int block) {
    return needsRow(blockRow) && block >= firstBlock && block <= lastBlock;
  }

  int lastBlockRow() {
    return lastBlockRow;
  }

  byte[] samples() {
    return samples;
  }

  int stride() {
    return stride;
  }

  /** Where the samples of a block begin. */
  int offset(int blockRow, int block) {
    return (blockRow - firstBlockRow) * SIDE * stride + (block - firstBlock) * SIDE;
  }

  /**
   * Part of a row of the image, at full resolution. Missing samples are interpolated as libjpeg
   * does ("fancy upsampling"): three quarters of the nearer and a quarter of the farther one.
   */
  void row(int row, int left, int width, byte[] to) {
    int[] sum = sums;
    int from = rowStart(halfDown ? row / 2 : row);
    if (!halfAcross && !halfDown) {
      System.arraycopy(samples, from + left - firstBlock * SIDE, to, 0, width);
    } else if (!smooth) {
      for (int i = 0; i < width; i++) {
        to[i] = samples[from + (left + i) / 2 - firstBlock * SIDE];
      }
    } else if (!halfDown) {
      for (int i = 0; i < stride; i++) {
        sum[i] = samples[from + i] & 0xff;
      }
      across(sum, left, width, to, 2, 1, 2);
    } else {
      boolean upper = row % 2 == 0;
      int other = rowStart(Math.min(Math.max(row / 2 + (upper ? -1 : 1), 0), rows - 1));
      for (int i = 0; i < stride; i++) {
        sum[i] = 3 * (samples[from + i] & 0xff) + (samples[other + i] & 0xff);
      }
      if (halfAcross) {
        across(sum, left, width, to, 4, 8, 7);
      } else {
        int bias = upper ? 1 : 2;
        for (int i = 0, at = left - firstBlock * SIDE; i < width; i++, at++) {
          to[i] = (byte) ((sum[at] + bias) >> 2);
        }
      }
    }
  }

  private int rowStart(int sampleRow) {
    return (sampleRow - firstBlockRow * SIDE) * stride;
  }

  private void across(
      int[] sum, int left, int width, byte[] to, int shift, int evenBias, int oddBias) {
    int start = firstBlock * SIDE;
    int x = left;
    int end = left + width;
    int i = 0;
    if (x % 2 == 1) {
      to[i++] = odd(sum, x++ / 2, start, shift, oddBias);
    }
    while (x < end) {
      int at = x / 2;
      to[i++] =
          (byte) ((3 * sum[at - start] + sum[Math.max(at - 1, 0) - start] + evenBias) >> shift);
      if (++x < end) {
        to[i++] = odd(sum, x++ / 2, start, shift, oddBias);
      }
    }
  }

  private byte odd(int[] sum, int at, int start, int shift, int bias) {
    return (byte)
        ((3 * sum[at - start] + sum[Math.min(at + 1, columns - 1) - start] + bias) >> shift);
  }
}
