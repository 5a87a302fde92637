package dev.recipe4j.schedule;

import dev.recipe4j.decimal.Decimals;
import java.util.OptionalDouble;

/**
 * How long a schedule lasts.
 *
 * @param updatesPerEpoch optimiser updates in one epoch, at least 1
 * @param updates optimiser updates from the start of the schedule to the end of training; a
 *     fraction if the warm-up lasts a fraction of an epoch
 */
public record Horizon(long updatesPerEpoch, double updates) {
  /** The same, ending after the given number of epochs if one is given. */
  public Horizon over(OptionalDouble epochs) {
    return epochs.isPresent()
        ? new Horizon(updatesPerEpoch, Decimals.times(epochs.getAsDouble(), updatesPerEpoch))
        : this;
  }

  /** The share of the schedule that is behind an update, at most 1. */
  public double progress(long update) {
    return updates > 0 ? Math.min(update, updates) / updates : 1;
  }

  /** As {@link #progress}, both counted in whole epochs. */
  public double progressInEpochs(long update) {
    // A product of epochs and updates may miss the whole number by rounding.
    double epochs = Math.floor(updates / updatesPerEpoch + ROUNDING);
    return epochs > 0 ? Math.min(Math.floorDiv(update, updatesPerEpoch), epochs) / epochs : 1;
  }

  private static final double ROUNDING = 1e-9;
}
