package dev.recipe4j.spec;

import dev.recipe4j.Per;
import dev.recipe4j.schedule.Horizon;
import java.util.OptionalDouble;

/**
 * Half a cosine from the peak to the floor; constant after the end, never rising again.
 *
 * @see dev.recipe4j.CosineDecay
 */
public record CosineDecay(double floor, Per per, OptionalDouble overEpochs)
    implements ScheduleComponent {
  /** Over the whole training, changing at every update. */
  public CosineDecay(double floor) {
    this(floor, Per.STEP, OptionalDouble.empty());
  }

  @Override
  public double rate(double peak, long update, Horizon horizon) {
    Horizon length = horizon.over(overEpochs);
    double progress = per == Per.EPOCH ? length.progressInEpochs(update) : length.progress(update);
    return floor + (peak - floor) * (1 + Math.cos(Math.PI * progress)) / 2;
  }

  @Override
  public OptionalDouble interval(Horizon horizon) {
    return per == Per.EPOCH ? OptionalDouble.of(horizon.updatesPerEpoch()) : OptionalDouble.empty();
  }
}
