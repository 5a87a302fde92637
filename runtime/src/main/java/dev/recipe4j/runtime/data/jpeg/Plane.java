package dev.recipe4j.runtime.data.jpeg;

/**
 * The decoded samples of one colour that a region of the image needs, in whole blocks. Used again
 * for other images. For use by one thread.
 */
final class Plane {
  private static final int SIDE = 8;

  private int[][] samples = {};
  private int stride;
  private int decodedRows;
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
    decodedRows = (lastBlockRow - firstBlockRow + 1) * SIDE;
    if (samples.length < decodedRows || samples[0].length < stride) {
      samples = new int[Math.max(samples.length, decodedRows)][stride];
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

  /** Samples at [row][column], from the first row and column of blocks that is needed. */
  int[][] samples() {
    return samples;
  }

  /** First of the rows of a block. */
  int top(int blockRow) {
    return (blockRow - firstBlockRow) * SIDE;
  }

  /** First of the columns of a block. */
  int left(int block) {
    return (block - firstBlock) * SIDE;
  }

  /** Cuts off what lies outside 0 to 255. */
  void limit() {
    for (int row = 0; row < decodedRows; row++) {
      Limit.toByte(samples[row], stride);
    }
  }

  /**
   * Part of a row of the image, at full resolution. Missing samples are interpolated as libjpeg
   * does ("fancy upsampling"): three quarters of the nearer and a quarter of the farther one.
   */
  void row(int row, int left, int width, int[] to) {
    int[] own = samples[(halfDown ? row / 2 : row) - firstBlockRow * SIDE];
    int start = firstBlock * SIDE;
    if (!halfAcross && !halfDown) {
      System.arraycopy(own, left - start, to, 0, width);
    } else if (!smooth) {
      for (int i = 0; i < width; i++) {
        to[i] = own[(left + i) / 2 - start];
      }
    } else if (!halfDown) {
      across(own, left, width, to, 2, 1, 2);
    } else {
      boolean upper = row % 2 == 0;
      int other = Math.min(Math.max(row / 2 + (upper ? -1 : 1), 0), rows - 1);
      weighted(own, samples[other - firstBlockRow * SIDE], sums, stride);
      if (halfAcross) {
        across(sums, left, width, to, 4, 8, 7);
      } else {
        int bias = upper ? 1 : 2;
        int at = left - start;
        for (int i = 0; i < width; i++) {
          to[i] = (sums[at + i] + bias) >> 2;
        }
      }
    }
  }

  /** A loop that the compiler of the virtual machine turns into vector instructions. */
  private static void weighted(int[] near, int[] far, int[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = 3 * near[i] + far[i];
    }
  }

  /** Two pixels for each sample but those at the borders of the rectangle. */
  private void across(
      int[] sum, int left, int width, int[] to, int shift, int evenBias, int oddBias) {
    int start = firstBlock * SIDE;
    int last = columns - 1 - start;
    int x = left;
    int i = 0;
    int end = left + width;
    while (x < end) {
      int at = x / 2 - start;
      if (x % 2 == 0 && x + 1 < end && at > 0 && at < last) {
        int before = sum[at - 1];
        int own = sum[at];
        int pairs = Math.min((end - x) / 2, last - at);
        for (int pair = 0; pair < pairs; pair++, i += 2) {
          int after = sum[at + pair + 1];
          to[i] = (3 * own + before + evenBias) >> shift;
          to[i + 1] = (3 * own + after + oddBias) >> shift;
          before = own;
          own = after;
        }
        x += 2 * pairs;
      } else {
        int other = x % 2 == 0 ? Math.max(at - 1, -start) : Math.min(at + 1, last);
        to[i++] = (3 * sum[at] + sum[other] + (x % 2 == 0 ? evenBias : oddBias)) >> shift;
        x++;
      }
    }
  }
}
