package dev.recipe4j.runtime.augment;

/**
 * How one axis is resized: for each output sample the first input sample it reads, how many, and
 * their weights in fixed point. The weights of a sample sum to 1 up to rounding, so no result
 * exceeds 255.
 */
final class ResizeWeights {
  /** Bits after the point. */
  static final int PRECISION = 22;

  /** One half, which rounds to nearest. */
  static final int HALF = 1 << (PRECISION - 1);

  private int in;
  private int size;
  private int taps;
  private int[] first = {};
  private int[] count = {};
  private int[] fixed = {};
  private double[] exact = {};

  /** Whether every output sample is its input sample. */
  boolean isIdentity() {
    return in == size;
  }

  /** Output samples. */
  int size() {
    return size;
  }

  /**
   * Weighted sums for one output sample, of whole arrays at once, plus {@link #HALF}; what is left
   * to do is to drop {@link #PRECISION} bits.
   *
   * @param i index of the output sample
   * @param samples an array for each input sample
   * @param offset where the first one is
   * @param to receives the sums
   * @param length how many numbers of each array
   */
  void sum(int i, int[][] samples, int offset, int[] to, int length) {
    int from = offset + first[i];
    int last = count[i] - 1;
    // An odd one out goes with itself, at no weight.
    start(
        samples[from],
        weight(i, 0),
        samples[from + Math.min(1, last)],
        last == 0 ? 0 : weight(i, 1),
        to,
        length);
    for (int tap = 2; tap <= last; tap += 2) {
      add(
          samples[from + tap],
          weight(i, tap),
          samples[from + Math.min(tap + 1, last)],
          tap == last ? 0 : weight(i, tap + 1),
          to,
          length);
    }
  }

  /** Weight of an input sample, counted from the first of the output sample. */
  private int weight(int i, int tap) {
    return fixed[i * taps + tap];
  }

  private static void start(
      int[] samples, int weight, int[] next, int nextWeight, int[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] = HALF + samples[i] * weight + next[i] * nextWeight;
    }
  }

  private static void add(
      int[] samples, int weight, int[] next, int nextWeight, int[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += samples[i] * weight + next[i] * nextWeight;
    }
  }

  /**
   * Computes them.
   *
   * @param samples of the input, at least 1
   * @param out samples of the output, at least 1
   */
  void prepare(int samples, int out) {
    if (samples == in && out == size) {
      return;
    }
    in = samples;
    size = out;
    double scale = (double) in / out;
    // Enlarging reads two neighbours; only shrinking widens the triangle.
    double support = Math.max(scale, 1);
    double inverse = 1 / support;
    taps = (int) Math.ceil(support) * 2 + 1;
    if (first.length < out) {
      first = new int[out];
      count = new int[out];
    }
    if (fixed.length < taps * out) {
      fixed = new int[taps * out];
    }
    if (exact.length < taps) {
      exact = new double[taps];
    }
    for (int i = 0; i < out; i++) {
      prepare(i, (i + 0.5) * scale, support, inverse);
    }
  }

  private void prepare(int i, double centre, double support, double inverse) {
    int from = Math.max((int) (centre - support + 0.5), 0);
    int to = Math.min((int) (centre + support + 0.5), in);
    double sum = 0;
    for (int tap = 0; tap < to - from; tap++) {
      double distance = Math.abs((tap + from - centre + 0.5) * inverse);
      exact[tap] = Math.max(1 - distance, 0);
      sum += exact[tap];
    }
    for (int tap = 0; tap < to - from; tap++) {
      fixed[i * taps + tap] = (int) (exact[tap] / sum * (1 << PRECISION) + 0.5);
    }
    first[i] = from;
    count[i] = to - from;
  }
}
