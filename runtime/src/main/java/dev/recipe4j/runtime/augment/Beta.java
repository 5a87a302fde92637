package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;

/**
 * Numbers from the symmetric Beta distribution, as the share of one of two Gamma variates in their
 * sum. Computed with logarithms, since for small parameters nearly all variates are too small for a
 * double; with StrictMath, so that they are the same everywhere.
 */
final class Beta {
  private static final double THIRD = 1.0 / 3;

  private Beta() {}

  /**
   * A number from 0 to 1.
   *
   * @param alpha both parameters, greater than 0: below 1 most numbers are near 0 or 1
   */
  static double sample(double alpha, Draw draw) {
    double first = logarithmOfGamma(alpha, draw);
    double second = logarithmOfGamma(alpha, draw);
    return 1 / (1 + StrictMath.exp(second - first));
  }

  /**
   * Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), for alpha + 1,
   * taken down to alpha by a power of a uniform number as they advise.
   */
  private static double logarithmOfGamma(double alpha, Draw draw) {
    double d = alpha + 1 - THIRD;
    double c = THIRD / Math.sqrt(d);
    while (true) {
      double normal = normal(draw);
      double root = 1 + c * normal;
      if (root > 0) {
        double v = root * root * root;
        double bound = 0.5 * normal * normal + d - d * v + d * StrictMath.log(v);
        if (StrictMath.log(positive(draw)) < bound) {
          return StrictMath.log(d * v) + StrictMath.log(positive(draw)) / alpha;
        }
      }
    }
  }

  /** Box and Muller (1958). */
  private static double normal(Draw draw) {
    double radius = Math.sqrt(-2 * StrictMath.log(positive(draw)));
    return radius * StrictMath.cos(2 * Math.PI * draw.uniform());
  }

  /** Uniform from above 0 to 1, so that it has a logarithm. */
  private static double positive(Draw draw) {
    return 1 - draw.uniform();
  }
}
