package dev.recipe4j.spec;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Horizon;
import java.util.OptionalDouble;

/**
 * The same factor at equal intervals.
 *
 * @see dev.recipe4j.StepDecay
 */
public record StepDecay(double everyEpochs, double factor) implements ScheduleComponent {
  @Override
  public double rate(double peak, long update, Horizon horizon) {
    double times = Math.floor(update / updates(horizon));
    return peak * Math.pow(factor, times);
  }

  @Override
  public OptionalDouble interval(Horizon horizon) {
    return OptionalDouble.of(updates(horizon));
  }

  private double updates(Horizon horizon) {
    return Decimals.times(everyEpochs, horizon.updatesPerEpoch());
  }
}
