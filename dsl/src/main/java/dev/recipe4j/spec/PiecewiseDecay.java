package dev.recipe4j.spec;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Horizon;
import java.util.List;

/**
 * A learning rate that falls by a factor, or to the next of given values, at each boundary. Of
 * {@code atEpochs} and {@code atSteps} one is empty.
 *
 * @see dev.recipe4j.PiecewiseDecay
 */
public record PiecewiseDecay(
    List<Integer> atEpochs, List<Integer> atSteps, double factor, List<Double> values)
    implements ScheduleComponent {
  public PiecewiseDecay {
    atEpochs = List.copyOf(atEpochs);
    atSteps = List.copyOf(atSteps);
    values = List.copyOf(values);
  }

  /** A factor at each of the given epochs. */
  public PiecewiseDecay(List<Integer> atEpochs, double factor) {
    this(atEpochs, List.of(), factor, List.of());
  }

  /** The boundaries as written, in epochs or in updates. */
  public List<Integer> boundaries() {
    return atSteps.isEmpty() ? atEpochs : atSteps;
  }

  /** Name of the member that gives the boundaries. */
  public String boundariesMember() {
    return atSteps.isEmpty() ? "atEpochs" : "atSteps";
  }

  /** Whether the boundaries are positive and strictly increasing. */
  public boolean isOrdered() {
    int previous = 0;
    for (int boundary : boundaries()) {
      if (boundary <= previous) {
        return false;
      }
      previous = boundary;
    }
    return true;
  }

  /** The learning rate after so many boundaries. */
  public double valueAfter(double peak, int passed) {
    return values.isEmpty()
        ? Decimals.times(peak, Decimals.power(factor, passed))
        : values.get(Math.min(passed, values.size() - 1));
  }

  @Override
  public double rate(double peak, long update, Horizon horizon) {
    int passed = 0;
    List<Double> boundaries = boundaries(horizon);
    while (passed < boundaries.size() && update >= boundaries.get(passed)) {
      passed++;
    }
    return valueAfter(peak, passed);
  }

  @Override
  public List<Double> boundaries(Horizon horizon) {
    double unit = atSteps.isEmpty() ? horizon.updatesPerEpoch() : 1;
    return boundaries().stream().map(boundary -> boundary * unit).toList();
  }
}
