package dev.recipe4j.runtime.data;

/**
 * An image of known size whose pixels are decoded when they are asked for, so that only a part of
 * them need be. Safe for use by many threads at once.
 */
public interface StoredImage {
  /** Rows, at least 1. */
  int height();

  /** Columns, at least 1. */
  int width();

  /** 3 (red, green, blue) or 1 (grey). */
  int channels();

  /**
   * All of it.
   *
   * @throws UnreadableImageException if it is damaged
   */
  Image whole();

  /**
   * The pixels of a rectangle that lies within the image, row by row.
   *
   * @param top first row
   * @param left first column
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @throws UnreadableImageException if the image is damaged
   */
  void read(int top, int left, int height, int width, Rows to);

  /** Takes pixels as they are decoded. */
  @FunctionalInterface
  interface Rows {
    /**
     * The next row of the rectangle.
     *
     * @param row its number, from 0
     * @param samples 0 to 255, at [channel][column]; may be longer, and are valid during the call
     */
    void take(int row, int[][] samples);
  }
}
