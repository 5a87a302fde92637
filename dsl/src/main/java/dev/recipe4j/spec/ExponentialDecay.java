package dev.recipe4j.spec;

import dev.recipe4j.Per;
import dev.recipe4j.schedule.Horizon;
import java.util.OptionalDouble;

/**
 * The same factor at every update or after every epoch.
 *
 * @see dev.recipe4j.ExponentialDecay
 */
public record ExponentialDecay(double gamma, Per per) implements ScheduleComponent {
  @Override
  public double rate(double peak, long update, Horizon horizon) {
    long times = per == Per.EPOCH ? Math.floorDiv(update, horizon.updatesPerEpoch()) : update;
    return peak * Math.pow(gamma, times);
  }

  @Override
  public OptionalDouble interval(Horizon horizon) {
    return per == Per.EPOCH ? OptionalDouble.of(horizon.updatesPerEpoch()) : OptionalDouble.empty();
  }
}
