package dev.recipe4j.network;

/**
 * The shape of one example between two layers. A vector has height and width 1.
 *
 * @param channels feature maps, or elements of a vector
 * @param height rows in pixels
 * @param width columns in pixels
 */
public record Shape(int channels, int height, int width) {
  /** Number of elements. */
  public long size() {
    return (long) channels * height * width;
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
