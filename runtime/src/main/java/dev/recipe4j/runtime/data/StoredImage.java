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
   * Writes the pixels of a rectangle that lies within the image.
   *
   * @param top first row
   * @param left first column
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param to takes rows x columns x channels unsigned bytes from its start
   * @throws UnreadableImageException if the image is damaged
   */
  void copy(int top, int left, int height, int width, byte[] to);
}
