package dev.recipe4j.runtime.data.jpeg;

import java.util.Arrays;

/**
 * The inverse discrete cosine transform of 8x8 coefficients in integers, to the bit as libjpeg's
 * accurate one ("islow"): the algorithm of Loeffler, Ligtenberg and Moschytz ("Practical fast 1-D
 * DCT algorithms with 11 multiplications", ICASSP 1989), constants of 13 bits, columns first, two
 * more bits kept between the passes. For use by one thread.
 */
final class InverseTransform {
  private static final int SIDE = 8;
  private static final int CONSTANT_BITS = 13;
  private static final int KEPT_BITS = 2;
  private static final int COLUMN_SHIFT = CONSTANT_BITS - KEPT_BITS;
  private static final int ROW_SHIFT = CONSTANT_BITS + KEPT_BITS + 3;
  private static final int CENTRE = 128;

  /** Of the first ten coefficients none is outside the first four rows and columns. */
  private static final int LAST_OF_CORNER = 9;

  // Products of cosines, times 2^13 and rounded.
  private static final int C_0_298 = 2446;
  private static final int C_0_390 = 3196;
  private static final int C_0_541 = 4433;
  private static final int C_0_765 = 6270;
  private static final int C_0_899 = 7373;
  private static final int C_1_175 = 9633;
  private static final int C_1_501 = 12299;
  private static final int C_1_847 = 15137;
  private static final int C_1_961 = 16069;
  private static final int C_2_053 = 16819;
  private static final int C_2_562 = 20995;
  private static final int C_3_072 = 25172;

  private final int[] between = new int[SIDE * SIDE];

  /** A block whose samples are all equal. */
  static void flat(int mean, int[][] to, int top, int left) {
    int sample = (((mean << KEPT_BITS) + 16) >> 5) + CENTRE;
    for (int row = top; row < top + SIDE; row++) {
      Arrays.fill(to[row], left, left + SIDE, sample);
    }
  }

  /**
   * Samples of a block, which may lie outside 0 to 255: {@link Plane#limit} cuts them off.
   *
   * @param last position in the order of the file of the last coefficient that is not 0
   */
  void apply(int[] block, int last, int[][] to, int top, int left) {
    if (last <= LAST_OF_CORNER) {
      for (int column = 0; column < SIDE / 2; column++) {
        shortColumn(block, column);
      }
      for (int row = 0; row < SIDE; row++) {
        shortRow(row * SIDE, to[top + row], left);
      }
      return;
    }
    for (int column = 0; column < SIDE; column++) {
      column(block, column);
    }
    for (int row = 0; row < SIDE; row++) {
      row(row * SIDE, to[top + row], left);
    }
  }

  /** What {@link #column} does where the lower four coefficients are 0. */
  private void shortColumn(int[] in, int c) {
    int in1 = in[c + 8];
    int in2 = in[c + 16];
    int in3 = in[c + 24];
    int mean = (in[c] << CONSTANT_BITS) + (1 << (COLUMN_SHIFT - 1));
    int even2 = in2 * C_0_541;
    int even3 = in2 * (C_0_541 + C_0_765);
    int e0 = mean + even3;
    int e3 = mean - even3;
    int e1 = mean + even2;
    int e2 = mean - even2;
    int o0 = in1 * (C_1_175 - C_0_899) + in3 * (C_1_175 - C_1_961);
    int o1 = in1 * (C_1_175 - C_0_390) + in3 * (C_1_175 - C_2_562);
    int o2 = in1 * C_1_175 + in3 * (C_1_175 - C_1_961 - C_2_562 + C_3_072);
    int o3 = in1 * (C_1_175 - C_0_390 - C_0_899 + C_1_501) + in3 * C_1_175;
    int[] out = between;
    out[c] = (e0 + o3) >> COLUMN_SHIFT;
    out[c + 56] = (e0 - o3) >> COLUMN_SHIFT;
    out[c + 8] = (e1 + o2) >> COLUMN_SHIFT;
    out[c + 48] = (e1 - o2) >> COLUMN_SHIFT;
    out[c + 16] = (e2 + o1) >> COLUMN_SHIFT;
    out[c + 40] = (e2 - o1) >> COLUMN_SHIFT;
    out[c + 24] = (e3 + o0) >> COLUMN_SHIFT;
    out[c + 32] = (e3 - o0) >> COLUMN_SHIFT;
  }

  /** What {@link #row} does where the right four coefficients are 0. */
  private void shortRow(int r, int[] to, int at) {
    int[] in = between;
    int in1 = in[r + 1];
    int in2 = in[r + 2];
    int in3 = in[r + 3];
    int mean = (in[r] << CONSTANT_BITS) + (CENTRE << ROW_SHIFT) + (1 << (ROW_SHIFT - 1));
    int even2 = in2 * C_0_541;
    int even3 = in2 * (C_0_541 + C_0_765);
    int e0 = mean + even3;
    int e3 = mean - even3;
    int e1 = mean + even2;
    int e2 = mean - even2;
    int o0 = in1 * (C_1_175 - C_0_899) + in3 * (C_1_175 - C_1_961);
    int o1 = in1 * (C_1_175 - C_0_390) + in3 * (C_1_175 - C_2_562);
    int o2 = in1 * C_1_175 + in3 * (C_1_175 - C_1_961 - C_2_562 + C_3_072);
    int o3 = in1 * (C_1_175 - C_0_390 - C_0_899 + C_1_501) + in3 * C_1_175;
    to[at] = (e0 + o3) >> ROW_SHIFT;
    to[at + 7] = (e0 - o3) >> ROW_SHIFT;
    to[at + 1] = (e1 + o2) >> ROW_SHIFT;
    to[at + 6] = (e1 - o2) >> ROW_SHIFT;
    to[at + 2] = (e2 + o1) >> ROW_SHIFT;
    to[at + 5] = (e2 - o1) >> ROW_SHIFT;
    to[at + 3] = (e3 + o0) >> ROW_SHIFT;
    to[at + 4] = (e3 - o0) >> ROW_SHIFT;
  }

  private void column(int[] in, int c) {
    int[] out = between;
    int in1 = in[c + 8];
    int in2 = in[c + 16];
    int in3 = in[c + 24];
    int in4 = in[c + 32];
    int in5 = in[c + 40];
    int in6 = in[c + 48];
    int in7 = in[c + 56];
    if ((in1 | in2 | in3 | in4 | in5 | in6 | in7) == 0) {
      int mean = in[c] << KEPT_BITS;
      out[c] = mean;
      out[c + 8] = mean;
      out[c + 16] = mean;
      out[c + 24] = mean;
      out[c + 32] = mean;
      out[c + 40] = mean;
      out[c + 48] = mean;
      out[c + 56] = mean;
      return;
    }
    int even = (in2 + in6) * C_0_541;
    int even2 = even - in6 * C_1_847;
    int even3 = even + in2 * C_0_765;
    int half = 1 << (COLUMN_SHIFT - 1);
    int sum = ((in[c] + in4) << CONSTANT_BITS) + half;
    int difference = ((in[c] - in4) << CONSTANT_BITS) + half;
    int e0 = sum + even3;
    int e3 = sum - even3;
    int e1 = difference + even2;
    int e2 = difference - even2;

    int turn = (in7 + in3 + in5 + in1) * C_1_175;
    int z1 = (in7 + in1) * -C_0_899;
    int z2 = (in5 + in3) * -C_2_562;
    int z3 = (in7 + in3) * -C_1_961 + turn;
    int z4 = (in5 + in1) * -C_0_390 + turn;
    int o0 = in7 * C_0_298 + z1 + z3;
    int o1 = in5 * C_2_053 + z2 + z4;
    int o2 = in3 * C_3_072 + z2 + z3;
    int o3 = in1 * C_1_501 + z1 + z4;

    out[c] = (e0 + o3) >> COLUMN_SHIFT;
    out[c + 56] = (e0 - o3) >> COLUMN_SHIFT;
    out[c + 8] = (e1 + o2) >> COLUMN_SHIFT;
    out[c + 48] = (e1 - o2) >> COLUMN_SHIFT;
    out[c + 16] = (e2 + o1) >> COLUMN_SHIFT;
    out[c + 40] = (e2 - o1) >> COLUMN_SHIFT;
    out[c + 24] = (e3 + o0) >> COLUMN_SHIFT;
    out[c + 32] = (e3 - o0) >> COLUMN_SHIFT;
  }

  private void row(int r, int[] to, int at) {
    int[] in = between;
    int in1 = in[r + 1];
    int in2 = in[r + 2];
    int in3 = in[r + 3];
    int in4 = in[r + 4];
    int in5 = in[r + 5];
    int in6 = in[r + 6];
    int in7 = in[r + 7];
    int even = (in2 + in6) * C_0_541;
    int even2 = even - in6 * C_1_847;
    int even3 = even + in2 * C_0_765;
    // The centre and a half for rounding in one.
    int constant = (CENTRE << ROW_SHIFT) + (1 << (ROW_SHIFT - 1));
    int sum = ((in[r] + in4) << CONSTANT_BITS) + constant;
    int difference = ((in[r] - in4) << CONSTANT_BITS) + constant;
    int e0 = sum + even3;
    int e3 = sum - even3;
    int e1 = difference + even2;
    int e2 = difference - even2;

    int turn = (in7 + in3 + in5 + in1) * C_1_175;
    int z1 = (in7 + in1) * -C_0_899;
    int z2 = (in5 + in3) * -C_2_562;
    int z3 = (in7 + in3) * -C_1_961 + turn;
    int z4 = (in5 + in1) * -C_0_390 + turn;
    int o0 = in7 * C_0_298 + z1 + z3;
    int o1 = in5 * C_2_053 + z2 + z4;
    int o2 = in3 * C_3_072 + z2 + z3;
    int o3 = in1 * C_1_501 + z1 + z4;

    to[at] = (e0 + o3) >> ROW_SHIFT;
    to[at + 7] = (e0 - o3) >> ROW_SHIFT;
    to[at + 1] = (e1 + o2) >> ROW_SHIFT;
    to[at + 6] = (e1 - o2) >> ROW_SHIFT;
    to[at + 2] = (e2 + o1) >> ROW_SHIFT;
    to[at + 5] = (e2 - o1) >> ROW_SHIFT;
    to[at + 3] = (e3 + o0) >> ROW_SHIFT;
    to[at + 4] = (e3 - o0) >> ROW_SHIFT;
  }
}
