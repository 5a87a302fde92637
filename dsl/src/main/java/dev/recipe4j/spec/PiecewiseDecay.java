package dev.recipe4j.spec;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Horizon;
import java.util.List;

/**
 * A learning rate that falls by a factor at each boundary.
 *
 * @see dev.recipe4j.PiecewiseDecay
 */
public record PiecewiseDecay(List<Integer> atEpochs, double factor) implements ScheduleComponent {
  public PiecewiseDecay {
    atEpochs = List.copyOf(atEpochs);
  }

  /** Whether the boundaries are positive and strictly increasing. */
  public boolean isOrdered() {
    int previous = 0;
    for (int boundary : atEpochs) {
      if (boundary <= previous) {
        return false;
      }
      previous = boundary;
    }
    return true;
  }

  @Override
  public double rate(double peak, long update, Horizon horizon) {
    int passed = 0;
    while (passed < atEpochs.size() && update >= atEpochs.get(passed) * horizon.updatesPerEpoch()) {
      passed++;
    }
    return Decimals.times(peak, Decimals.power(factor, passed));
  }
}
