package dev.recipe4j.spec;

import dev.recipe4j.schedule.Horizon;

/**
 * The peak learning rate until the end.
 *
 * @see dev.recipe4j.ConstantRate
 */
public record ConstantRate() implements ScheduleComponent {
  @Override
  public double rate(double peak, long update, Horizon horizon) {
    return peak;
  }
}
