package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Tensor;
import java.nio.FloatBuffer;
import java.util.List;

/** How the numbers of a tensor lie in a file, against our {@link Tensor}. */
enum Arrangement {
  /** As ours. */
  SAME,
  /** A convolution of one pixel as the matrix [out, in] of a dense layer. */
  MATRIX,
  /** A dense layer as a convolution of one pixel, [out, in, 1, 1]. */
  PIXEL,
  /** A convolution as [rows, columns, in, out]: Keras. */
  ROWS_COLUMNS_IN_OUT,
  /**
   * A convolution as [rows, columns, in, out] with its inputs in the opposite order: the first of
   * Keras's ResNets, which take blue, green, red.
   */
  ROWS_COLUMNS_REVERSED_IN_OUT,
  /** A depthwise convolution as [rows, columns, channels, 1]: Keras and DL4J. */
  ROWS_COLUMNS_CHANNELS,
  /** A dense layer as [in, out]: Keras and Paddle. */
  IN_OUT,
  /**
   * A dense layer as a convolution of one pixel, [1, 1, in, out]: the heads of Keras's MobileNets.
   */
  PIXEL_IN_OUT;

  /** The shape that the file has for a tensor of ours. */
  List<Long> shape(Tensor tensor) {
    List<Long> ours = tensor.shape().stream().map(Integer::longValue).toList();
    return switch (this) {
      case SAME -> ours;
      case MATRIX -> ours.subList(0, 2);
      case PIXEL -> List.of(ours.get(0), ours.get(1), 1L, 1L);
      case ROWS_COLUMNS_IN_OUT, ROWS_COLUMNS_REVERSED_IN_OUT ->
          List.of(ours.get(2), ours.get(3), ours.get(1), ours.get(0));
      case ROWS_COLUMNS_CHANNELS -> List.of(ours.get(2), ours.get(3), ours.get(0), 1L);
      case IN_OUT -> List.of(ours.get(1), ours.get(0));
      case PIXEL_IN_OUT -> List.of(1L, 1L, ours.get(1), ours.get(0));
    };
  }

  /** Takes the numbers of a file into our flat vector. */
  void take(FloatBuffer file, Tensor tensor, FloatBuffer parameters, int offset) {
    int inner = inner(tensor);
    int outer = Math.toIntExact(tensor.size()) / inner;
    for (int i = 0; i < outer; i++) {
      for (int j = 0; j < inner; j++) {
        parameters.put(offset + i * inner + j, file.get(index(i, j, outer, inner, tensor)));
      }
    }
  }

  /** Gives the numbers of our flat vector to a file. */
  void give(FloatBuffer parameters, int offset, Tensor tensor, FloatBuffer file) {
    int inner = inner(tensor);
    int outer = Math.toIntExact(tensor.size()) / inner;
    for (int i = 0; i < outer; i++) {
      for (int j = 0; j < inner; j++) {
        file.put(index(i, j, outer, inner, tensor), parameters.get(offset + i * inner + j));
      }
    }
  }

  /** Numbers of one output channel. */
  private static int inner(Tensor tensor) {
    return Math.toIntExact(tensor.size() / tensor.shape().get(0));
  }

  /** Where the file has number j of output channel i. */
  private int index(int i, int j, int outer, int inner, Tensor tensor) {
    return switch (this) {
      case SAME, MATRIX, PIXEL -> i * inner + j;
      case ROWS_COLUMNS_CHANNELS, IN_OUT, PIXEL_IN_OUT -> j * outer + i;
      case ROWS_COLUMNS_IN_OUT, ROWS_COLUMNS_REVERSED_IN_OUT -> {
        int inputs = tensor.shape().get(1);
        int taps = inner / inputs;
        int input = this == ROWS_COLUMNS_IN_OUT ? j / taps : inputs - 1 - j / taps;
        yield (j % taps * inputs + input) * outer + i;
      }
    };
  }
}
