package dev.recipe4j.spec;

import dev.recipe4j.schedule.Horizon;
import java.util.OptionalDouble;

/**
 * A power of the training left, from the peak to the end value; constant after the end.
 *
 * @see dev.recipe4j.PolynomialDecay
 */
public record PolynomialDecay(double power, double end, OptionalDouble overEpochs)
    implements ScheduleComponent {
  @Override
  public double rate(double peak, long update, Horizon horizon) {
    double left = 1 - horizon.over(overEpochs).progress(update);
    return end + (peak - end) * Math.pow(left, power);
  }
}
