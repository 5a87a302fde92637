package dev.recipe4j.runtime.engine.onednn;

/**
 * How a window slides over feature maps.
 *
 * @param kernelHeight rows of the window
 * @param kernelWidth columns of the window
 * @param stride step in both directions
 * @param dilation elements of the maps from one element of the window to the next, 1 if they touch
 * @param above zeros before the first row
 * @param left zeros before the first column
 * @param below zeros after the last row
 * @param right zeros after the last column
 */
public record Window(
    int kernelHeight,
    int kernelWidth,
    int stride,
    int dilation,
    int above,
    int left,
    int below,
    int right) {
  /** A square that slides without dilation, with the same padding on each side. */
  public static Window square(int kernel, int stride, int padding) {
    return new Window(kernel, kernel, stride, 1, padding, padding, padding, padding);
  }

  long[] kernel() {
    return new long[] {kernelHeight, kernelWidth};
  }

  long[] strides() {
    return new long[] {stride, stride};
  }

  /** oneDNN counts the elements between. */
  long[] gaps() {
    return new long[] {dilation - 1L, dilation - 1L};
  }

  long[] before() {
    return new long[] {above, left};
  }

  long[] after() {
    return new long[] {below, right};
  }
}
