package dev.recipe4j.runtime.preflight;

import java.util.Locale;

/**
 * The first loss is that of a network that knows nothing: ln K for K classes. With equal
 * probabilities that holds for every target whose shares add up to 1, so smoothing and mixing do
 * not change it; class weights do where images are mixed.
 */
final class InitialLossCheck {
  static final String NAME = "initial loss";

  /**
   * Nats from ln K that are usual. Logits of spread s at random add about s^2 / 2 to it (the mean
   * of a log-normal distribution); initial values make s about 1 at most, which a dropout of 1/2
   * before the classifier raises to the root of 2.
   */
  private static final double USUAL = 1;

  /** A spread of 3: before training the network is as sure as after it. */
  private static final double SATURATED = 4.5;

  private InitialLossCheck() {}

  /**
   * Judges the loss before the first update.
   *
   * @param loss mean over some batches
   * @param expected ln K, times the mean weight if classes are weighted
   * @param isPretrained whether a new classifier stands on trained features, which are larger than
   *     those that its initial values are made for
   */
  static CheckResult of(double loss, double expected, int classes, boolean isPretrained) {
    double usual = isPretrained ? SATURATED : USUAL;
    // In units of an example of weight 1.
    double excess = (loss - expected) * Math.log(classes) / expected;
    String found =
        String.format(
            Locale.ROOT, "%.3f, expected %.3f of ln %d within %s", loss, expected, classes, usual);
    String inputs = "check normalisation and the initial values of the network's last layer";
    if (!Double.isFinite(loss)) {
      return CheckResult.failed(NAME, found + ": the network computes no number", inputs);
    }
    if (excess > SATURATED) {
      return CheckResult.failed(
          NAME, found + ": the network is sure of itself before it has learned", inputs);
    }
    if (excess > usual) {
      return CheckResult.warning(NAME, found + ": logits are spread widely", inputs);
    }
    if (excess < -USUAL) {
      return CheckResult.warning(
          NAME,
          found + ": the network knows something before it has learned",
          "that is right for pretrained weights with their own classifier only; else look at the"
              + " labels");
    }
    return CheckResult.ok(NAME, found);
  }
}
