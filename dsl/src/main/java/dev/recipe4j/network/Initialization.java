package dev.recipe4j.network;

/**
 * Values of a tensor before training.
 *
 * @param distribution their distribution
 * @param scale standard deviation of a normal, bound of a uniform, or the constant itself
 */
public record Initialization(Distribution distribution, double scale) {
  /** Distribution of initial values. */
  public enum Distribution {
    /** Normal with mean 0. */
    NORMAL,
    /** Uniform between minus and plus the scale. */
    UNIFORM,
    CONSTANT
  }

  /** Kaiming normal for layers followed by ReLU (He et al., arXiv 1502.01852). */
  public static Initialization kaimingNormal(long fan) {
    return normal(Math.sqrt(2.0 / fan));
  }

  /** Normal of a given standard deviation. */
  public static Initialization normal(double deviation) {
    return new Initialization(Distribution.NORMAL, deviation);
  }

  /** Uniform within 1 / sqrt(fan-in). */
  public static Initialization uniformFanIn(long fanIn) {
    return new Initialization(Distribution.UNIFORM, 1 / Math.sqrt((double) fanIn));
  }

  /** Uniform within sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio, AISTATS 2010). */
  public static Initialization glorotUniform(long fanIn, long fanOut) {
    return new Initialization(Distribution.UNIFORM, Math.sqrt(6.0 / (fanIn + fanOut)));
  }

  /** Every element the same. */
  public static Initialization constant(double value) {
    return new Initialization(Distribution.CONSTANT, value);
  }
}
