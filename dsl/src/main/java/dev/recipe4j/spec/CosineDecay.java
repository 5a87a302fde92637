package dev.recipe4j.spec;

import dev.recipe4j.schedule.Horizon;

/**
 * Half a cosine from the peak to the floor; constant after the end, never rising again.
 *
 * @see dev.recipe4j.CosineDecay
 */
public record CosineDecay(double floor) implements ScheduleComponent {
  @Override
  public double rate(double peak, long update, Horizon horizon) {
    double progress = Math.min(update, horizon.updates()) / horizon.updates();
    return floor + (peak - floor) * (1 + Math.cos(Math.PI * progress)) / 2;
  }
}
