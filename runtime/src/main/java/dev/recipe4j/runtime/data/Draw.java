package dev.recipe4j.runtime.data;

/**
 * The random numbers of one example in one epoch. They depend on the seed, the epoch and the index
 * of the example alone, so a run repeats itself whatever the number of threads and wherever it is
 * resumed. Not for use by several threads.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), started at {@code mix(mix(mix(seed + gamma) + epoch) + index)}. The
 * numbers are defined here to the bit and not left to the class library, whose algorithms may
 * change between releases.
 */
public final class Draw {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;

  private final int epoch;
  private long state;

  private Draw(int epoch, long state) {
    this.epoch = epoch;
    this.state = state;
  }

  /**
   * The numbers of an example.
   *
   * @param seed seed of the run
   * @param epoch number of the epoch
   * @param index index of the example in the data set, at least 0
   */
  public static Draw of(long seed, int epoch, int index) {
    return new Draw(epoch, mix(mix(mix(seed + GAMMA) + epoch) + index));
  }

  /** The numbers of an epoch as a whole, such as its order; no example has the same. */
  public static Draw ofEpoch(long seed, int epoch) {
    return of(seed, epoch, -1);
  }

  /**
   * The numbers of a batch as a whole, such as how its examples are mixed; no example has the same.
   *
   * @param batch number of the batch in its epoch, from 0
   */
  public static Draw ofBatch(long seed, int epoch, int batch) {
    return of(seed, epoch, -2 - batch);
  }

  /**
   * The numbers of one layer in one training pass; no example has the same.
   *
   * @param seed seed of the run
   * @param update number of the update, from 0
   * @param pass number of the pass within the update, from 0
   * @param layer number of the layer in its network, from 0
   */
  public static Draw ofPass(long seed, long update, int pass, int layer) {
    Draw draw = new Draw(0, 0);
    draw.beginPass(seed, update, pass, layer);
    return draw;
  }

  /** Becomes what {@link #ofPass} makes, without a new object. */
  public void beginPass(long seed, long update, int pass, int layer) {
    state = mix(mix(mix(mix(mix(seed + GAMMA) - 1) + update) + pass) + layer);
  }

  /** The epoch that these numbers are of, as it was given; 0 for those of a layer. */
  public int epoch() {
    return epoch;
  }

  /** Uniform from 0 to below 1, a multiple of 2 to the power -53. */
  public double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** Uniform from {@code low} to {@code high}; {@code low} if they are equal. */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /**
   * Uniform from 0 to {@code bound - 1}.
   *
   * @throws IllegalArgumentException if the bound is less than 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("no number from 0 to below " + bound);
    }
    // Lemire, "Fast random integer generation in an interval" (2019): the high half of the product
    // is the result; the few low halves that would favour some results are drawn again.
    long product = (next() >>> 32) * bound;
    long tooLow = (0x1_0000_0000L - bound) % bound;
    while ((product & 0xFFFF_FFFFL) < tooLow) {
      product = (next() >>> 32) * bound;
    }
    return (int) (product >>> 32);
  }

  /** The numbers from 0 to {@code size - 1} in a uniform order (Fisher and Yates). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = below(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** True with the given probability, 0 to 1. Takes one number whatever the probability. */
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  private long next() {
    state += GAMMA;
    return mix(state);
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }
}
