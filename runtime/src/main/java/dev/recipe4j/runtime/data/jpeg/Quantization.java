package dev.recipe4j.runtime.data.jpeg;

/**
 * Order of the coefficients in a file.
 *
 * @see "ITU-T T.81, figure A.6: zig-zag sequence"
 */
final class Quantization {
  private static final int SIDE = 8;
  private static final int[] PLACES = places();

  private Quantization() {}

  /** Place, rows x columns, of the coefficient at a position of the file. */
  static int place(int position) {
    return PLACES[position & 63];
  }

  /** Diagonals from corner to corner, every other one upwards. */
  private static int[] places() {
    int[] places = new int[SIDE * SIDE];
    int position = 0;
    for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
      int least = Math.max(0, diagonal - SIDE + 1);
      int most = Math.min(diagonal, SIDE - 1);
      for (int step = least; step <= most; step++) {
        boolean upwards = diagonal % 2 == 0;
        int column = upwards ? step : diagonal - step;
        places[position++] = (diagonal - column) * SIDE + column;
      }
    }
    return places;
  }
}
