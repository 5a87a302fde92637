package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A parameter tensor of the golden numbers: a formula for its values, and its gradient.
 *
 * @param ordinal its number in their order, which the formula takes
 * @param name theirs
 * @param kind as in {@code conv_weight}
 * @param size number of elements
 * @param offset of its values
 * @param scale of its values
 * @param salt of the network's values
 * @param isTrained whether it has a gradient
 * @param isZero whether the gradient is mathematically 0 and rounding is all there is
 * @param norm Euclidean norm of the gradient
 * @param samples the gradient at the elements 0, size / 3 and size - 1
 * @param float32Error relative error of the gradient in 32-bit floats, as theirs came out
 */
// Compared by nothing.
@SuppressWarnings("ArrayRecordComponent")
record OracleTensor(
    int ordinal,
    String name,
    String kind,
    int size,
    double offset,
    double scale,
    int salt,
    boolean isTrained,
    boolean isZero,
    double norm,
    double[] samples,
    double float32Error) {
  private static final double TWO_TO_31 = 2147483648.0;

  /** A line of the table of tensors; checks the sum of the values. */
  static OracleTensor parse(String line, int salt) {
    String[] row = line.split("\t", -1);
    boolean isTrained = !row[8].equals("-");
    boolean isZero = row[16].equals("ZERO");
    OracleTensor tensor =
        new OracleTensor(
            Integer.parseInt(row[0]),
            row[1],
            row[2],
            Integer.parseInt(row[4]),
            Double.parseDouble(row[5]),
            Double.parseDouble(row[6]),
            salt,
            isTrained,
            isZero,
            isTrained ? Double.parseDouble(row[8]) : 0,
            isTrained
                ? new double[] {number(row[10]), number(row[11]), number(row[12])}
                : new double[0],
            isTrained && !isZero ? Double.parseDouble(row[16]) : 0);
    double sum = 0;
    for (int i = 0; i < tensor.size; i++) {
      sum += tensor.value(i);
    }
    assertEquals(Double.parseDouble(row[7]), sum, 1e-6, tensor.name);
    return tensor;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  /** A value before training. */
  double value(int i) {
    return offset + scale * hash(ordinal, i, salt);
  }

  /** The elements whose gradient is known. */
  int[] sampled() {
    return new int[] {0, size / 3, size - 1};
  }

  /** A 32-bit integer hash mapped to [-1, 1). */
  static double hash(int a, int i, int salt) {
    int h = a * 0x9E3779B1 + salt * 0xC2B2AE3D + i * 0x85EBCA77;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return (h & 0xFFFFFFFFL) / TWO_TO_31 - 1.0;
  }
}
