package dev.recipe4j.runtime.preflight;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.train.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One batch can be learned by heart, with the recipe's own optimiser and without anything random: a
 * network that cannot do that learns nothing (Karpathy, A Recipe for Training Neural Networks,
 * 2019).
 */
final class OverfitCheck {
  static final String NAME = "overfitting a batch";

  /** Updates that it may take. */
  static final int UPDATES = 200;

  /** Share of the first loss that has to be reached. */
  private static final double TARGET = 0.2;

  /** Updates in which the learning rate rises: the recipe may have a warm-up for a reason. */
  private static final int RISE = 20;

  /** Updates before which the gradient is looked at: some layers start at 0 on purpose. */
  private static final int GRADIENTS = 3;

  private OverfitCheck() {}

  /**
   * Trains on one batch until it is known by heart; changes the parameters of the trial.
   *
   * @param frozen stages that are not trained
   * @param learningRate that is reached after {@value #RISE} updates
   * @return what the gradient reached, then whether the batch was learned
   */
  static List<CheckResult> of(
      Trial trial, Minibatch batch, Set<String> frozen, double learningRate) {
    GradientReach reach = new GradientReach(trial.engine().layout(), frozen);
    List<Double> losses = new ArrayList<>();
    double target = Double.NEGATIVE_INFINITY;
    while (losses.size() <= UPDATES) {
      if (losses.size() < GRADIENTS) {
        trial.gradient(batch);
        reach.add(trial.lastGradient());
      }
      double rate = learningRate * Math.min(1, (losses.size() + 1.0) / RISE);
      double loss = trial.update(batch, rate);
      losses.add(loss);
      target = TARGET * losses.get(0);
      if (!Double.isFinite(loss) || loss <= target) {
        break;
      }
    }
    return List.of(reach.result(), judged(losses, target, learningRate, batch.size()));
  }

  private static CheckResult judged(
      List<Double> losses, double target, double learningRate, int images) {
    double first = losses.get(0);
    double last = losses.get(losses.size() - 1);
    int updates = losses.size() - 1;
    String found =
        String.format(
            Locale.ROOT,
            "%d images, learning rate %s: loss %.3f -> %.3f in %d updates",
            images,
            Decimals.show(learningRate),
            first,
            last,
            updates);
    if (!Double.isFinite(last)) {
      return CheckResult.failed(
          NAME,
          found + ": the updates explode",
          "lower the learning rate; 'recipe4j find-lr' suggests one");
    }
    if (last > first) {
      return CheckResult.failed(
          NAME,
          found + ": training makes it worse",
          "lower the learning rate; 'recipe4j find-lr' suggests one");
    }
    if (last > target) {
      return CheckResult.failed(
          NAME,
          found + String.format(Locale.ROOT, ", not below %.3f", target),
          "look at the gradients above and at the labels, raise the learning rate ('recipe4j"
              + " find-lr' suggests one), or take fewer frozen stages and less decay");
    }
    return CheckResult.ok(NAME, found);
  }
}
