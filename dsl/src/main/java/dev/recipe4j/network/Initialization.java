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
  public static Initialization kaimingNormal(long fanIn) {
    return new Initialization(Distribution.NORMAL, Math.sqrt(2.0 / fanIn));
  }

  /** Uniform within 1 / sqrt(fan-in), PaddleClas's initialisation of classifiers. */
  public static Initialization uniformFanIn(long fanIn) {
    return new Initialization(Distribution.UNIFORM, 1 / Math.sqrt((double) fanIn));
  }

  /** Every element the same. */
  public static Initialization constant(double value) {
    return new Initialization(Distribution.CONSTANT, value);
  }
}
