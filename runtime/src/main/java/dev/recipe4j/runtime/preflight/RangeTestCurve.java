package dev.recipe4j.runtime.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The loss over the learning rate of a {@link RangeTest}.
 *
 * @param rates learning rate of each update, rising
 * @param losses of each update's batch before it, in nats; the last may be no number
 */
public record RangeTestCurve(List<Double> rates, List<Double> losses) {
  /** How much the mean remembers of one update to the next. */
  private static final double MEMORY = 0.95;

  /** How many times its least the smoothed loss may be. */
  private static final double EXPLODED = 4;

  /** From a loss that is about to rise to a peak. */
  private static final double SAFETY = 10;

  /** Points of a fall that are not an accident. */
  private static final int SHORTEST = 5;

  public RangeTestCurve {
    rates = List.copyOf(rates);
    losses = List.copyOf(losses);
    if (rates.size() != losses.size()) {
      throw new IllegalArgumentException(
          "%d learning rates, %d losses".formatted(rates.size(), losses.size()));
    }
  }

  /** Whether the last loss says that higher learning rates need not be tried. */
  static boolean hasExploded(List<Double> losses) {
    if (losses.isEmpty()) {
      return false;
    }
    List<Double> smoothed = smoothed(losses);
    double last = smoothed.get(smoothed.size() - 1);
    double least = smoothed.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    return !Double.isFinite(last) || last > EXPLODED * least;
  }

  /**
   * Exponential moving average of the losses, divided by its weights, which at the beginning do not
   * add up to 1 (Kingma and Ba, arXiv 1412.6980, §3).
   */
  public List<Double> smoothed() {
    return smoothed(losses);
  }

  private static List<Double> smoothed(List<Double> losses) {
    List<Double> smoothed = new ArrayList<>();
    double mean = 0;
    for (double loss : losses) {
      mean = MEMORY * mean + (1 - MEMORY) * loss;
      smoothed.add(mean / (1 - Math.pow(MEMORY, smoothed.size() + 1.0)));
    }
    return smoothed;
  }

  /**
   * The suggested peak: a tenth of the learning rate at which the smoothed loss is least. There the
   * loss is about to rise; a peak must stay well below (Smith, arXiv 1506.01186, §3.3, and fastai's
   * rule "minimum"), and the mean lags behind by some updates. Empty if the loss never falls.
   */
  public OptionalDouble suggestion() {
    List<Double> loss = smoothed();
    int least = 0;
    for (int i = 1; i < loss.size(); i++) {
      least = loss.get(i) < loss.get(least) ? i : least;
    }
    return valley().isEmpty() || least == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(rates.get(least) / SAFETY);
  }

  /**
   * A more cautious learning rate, fastai's "valley": of the longest sequence of points, not
   * necessarily neighbours, in which the smoothed loss falls, the point in the middle, which lies
   * on the slope. Empty if the loss never falls.
   */
  public OptionalDouble valley() {
    List<Double> loss = smoothed();
    int count = loss.size();
    int[] length = new int[count];
    int[] before = new int[count];
    int end = 0;
    for (int i = 0; i < count; i++) {
      length[i] = 1;
      before[i] = i;
      for (int j = 0; j < i; j++) {
        if (loss.get(i) < loss.get(j) && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      if (length[i] > length[end]) {
        end = i;
      }
    }
    if (count == 0 || length[end] < SHORTEST) {
      return OptionalDouble.empty();
    }
    int middle = end;
    for (int back = length[end] / 2; back > 0; back--) {
      middle = before[middle];
    }
    return OptionalDouble.of(rates.get(middle));
  }

  /**
   * The learning rate at which the smoothed loss falls fastest per factor of learning rate: what
   * others take for the peak. Empty if the loss never falls.
   */
  public OptionalDouble steepest() {
    List<Double> loss = smoothed();
    double fastest = 0;
    OptionalDouble at = OptionalDouble.empty();
    for (int i = 1; i + 1 < loss.size(); i++) {
      double fall = loss.get(i + 1) - loss.get(i - 1);
      if (fall < fastest) {
        fastest = fall;
        at = OptionalDouble.of(rates.get(i));
      }
    }
    return at;
  }
}
