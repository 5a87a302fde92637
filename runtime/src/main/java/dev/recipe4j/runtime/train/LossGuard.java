package dev.recipe4j.runtime.train;

import dev.recipe4j.decimal.Decimals;
import java.util.Optional;

/**
 * Notices that the loss has exploded: it is no number, or its running mean is above ten times what
 * a network loses that knows nothing.
 *
 * <p>Such a network gives each of K classes the same probability and loses ln K, which is what
 * training starts with (Karpathy, A recipe for training neural networks, 2019: "verify loss @
 * init"). A mean of ten times ln K says that for a hundred updates the right class was given a
 * probability of K to the power -10, on the geometric average: the network is surely wrong on
 * nearly everything, and still trained further. To be safe in sound runs,
 *
 * <ul>
 *   <li>a network that starts worse than ln K, as without normalisation, has ten times its own
 *       first loss;
 *   <li>the mean starts at 0, so that a peak of the first updates at twice the limit may last 69
 *       updates;
 *   <li>a loss counts as ten times the limit at most, so that it takes eleven batches of any loss:
 *       one damaged batch, or ten, do not end a run.
 * </ul>
 */
final class LossGuard {
  private static final double FACTOR = 10;

  /** Updates over which the mean forgets. */
  private static final int STEPS = 100;

  private final int classes;
  private double limit;
  private double mean;

  LossGuard(int classes) {
    this.classes = classes;
  }

  /**
   * What is wrong, if something is; without a full stop.
   *
   * @param loss mean loss of the newest batch, in nats
   */
  Optional<String> complaint(double loss) {
    if (!Double.isFinite(loss)) {
      return Optional.of("the loss is " + loss);
    }
    if (limit == 0) {
      limit = FACTOR * Math.max(Math.log(classes), loss);
    }
    mean += (Math.min(loss, FACTOR * limit) - mean) / STEPS;
    return mean > limit
        ? Optional.of(
            "the loss has exploded to %s, its running mean is above %s"
                .formatted(Decimals.show(digits(loss)), Decimals.show(digits(limit))))
        : Optional.empty();
  }

  /** Whether a loss is so high that what it was computed with should not be stored. */
  boolean isHigh(double loss) {
    return loss > limit;
  }

  private static double digits(double value) {
    return Decimals.rounded(value, 3);
  }
}
