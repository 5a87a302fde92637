package dev.recipe4j.runtime.augment;

/**
 * Resizes rows of samples to another length. The virtual machine vectorises sums along an array,
 * but each sample of a row has other weights; so the rows are turned into columns, a band at a time
 * that stays in the cache, and whole pieces of columns are summed. It takes half the time of
 * summing along the rows.
 */
final class RowResize {
  /** Rows that are turned at once. */
  private static final int BAND = 128;

  /** Rows, and columns, between which memory is read and written in turn. */
  private static final int BLOCK = 8;

  private final ResizeWeights weights = new ResizeWeights();
  private final int[][] sums = new int[BLOCK][BAND];
  // The last few rows, at [channel * BLOCK + row][column].
  private int[][] block = {};
  // The band, at [channel * width + column][row].
  private int[][] columns = {};
  private int channels;
  private int width;
  private int waiting;

  /** Numbers that a row of results has room for: the last block of columns may overhang. */
  static int room(int channels, int width) {
    return channels * width + BLOCK;
  }

  /**
   * Starts with an image.
   *
   * @param channels of each row
   * @param from columns of the rows, at least 1
   * @param to columns of the results, at least 1
   */
  void prepare(int channels, int from, int to) {
    weights.prepare(from, to);
    this.channels = channels;
    this.width = from;
    this.waiting = 0;
    if (block.length < channels * BLOCK || block[0].length < from) {
      block = new int[channels * BLOCK][from];
    }
    if (columns.length < channels * from) {
      columns = new int[channels * from][BAND];
    }
  }

  /**
   * Takes the next row.
   *
   * @param row its number, from 0
   * @param isLast whether it is the last one
   * @param samples 0 to 255, at [channel][column]
   * @param to receives results at [row][channel * columns + column], in bands, and all of them at
   *     the last row; each row with {@link #room}
   */
  void take(int row, boolean isLast, int[][] samples, int[][] to) {
    if (weights.isIdentity()) {
      for (int channel = 0; channel < channels; channel++) {
        System.arraycopy(samples[channel], 0, to[row], channel * width, width);
      }
      return;
    }
    for (int channel = 0; channel < channels; channel++) {
      System.arraycopy(samples[channel], 0, block[channel * BLOCK + row % BLOCK], 0, width);
    }
    waiting++;
    if (isLast || waiting % BLOCK == 0) {
      turn((waiting - 1) / BLOCK * BLOCK);
    }
    if (isLast || waiting == BAND) {
      resize(row + 1 - waiting, to);
      waiting = 0;
    }
  }

  /** The block to a row of the band. */
  private void turn(int row) {
    for (int channel = 0; channel < channels; channel++) {
      int first = channel * BLOCK;
      int[] a = block[first];
      int[] b = block[first + 1];
      int[] c = block[first + 2];
      int[] d = block[first + 3];
      int[] e = block[first + 4];
      int[] f = block[first + 5];
      int[] g = block[first + 6];
      int[] h = block[first + 7];
      for (int x = 0; x < width; x++) {
        int[] column = columns[channel * width + x];
        column[row] = a[x];
        column[row + 1] = b[x];
        column[row + 2] = c[x];
        column[row + 3] = d[x];
        column[row + 4] = e[x];
        column[row + 5] = f[x];
        column[row + 6] = g[x];
        column[row + 7] = h[x];
      }
    }
  }

  /** The band to the results. What overhangs one channel is overwritten by the next. */
  private void resize(int row, int[][] to) {
    int size = weights.size();
    for (int channel = 0; channel < channels; channel++) {
      for (int x = 0; x < size; x += BLOCK) {
        int end = Math.min(BLOCK, size - x);
        for (int i = 0; i < end; i++) {
          weights.sum(x + i, columns, channel * width, sums[i], waiting);
        }
        turnBack(row, to, channel * size + x);
      }
    }
  }

  private void turnBack(int row, int[][] to, int at) {
    int[] a = sums[0];
    int[] b = sums[1];
    int[] c = sums[2];
    int[] d = sums[3];
    int[] e = sums[4];
    int[] f = sums[5];
    int[] g = sums[6];
    int[] h = sums[7];
    for (int i = 0; i < waiting; i++) {
      int[] result = to[row + i];
      result[at] = a[i] >> ResizeWeights.PRECISION;
      result[at + 1] = b[i] >> ResizeWeights.PRECISION;
      result[at + 2] = c[i] >> ResizeWeights.PRECISION;
      result[at + 3] = d[i] >> ResizeWeights.PRECISION;
      result[at + 4] = e[i] >> ResizeWeights.PRECISION;
      result[at + 5] = f[i] >> ResizeWeights.PRECISION;
      result[at + 6] = g[i] >> ResizeWeights.PRECISION;
      result[at + 7] = h[i] >> ResizeWeights.PRECISION;
    }
  }
}
