package dev.recipe4j.schedule;

/**
 * The learning rate of every update of a run: the one curve that rules, card, generated constants,
 * optimiser and report read.
 *
 * @param peak the highest learning rate, greater than 0
 * @param schedule what follows the warm-up
 * @param warmup the rise at the start
 * @param epochs length of training, at least 1
 * @param updatesPerEpoch optimiser updates in one epoch, at least 1
 */
public record LearningRateCurve(
    double peak, Schedule schedule, Warmup warmup, int epochs, long updatesPerEpoch) {

  /** Optimiser updates of the whole run. */
  public long updates() {
    return epochs * updatesPerEpoch;
  }

  /** Optimiser updates of the warm-up. */
  public long warmupUpdates() {
    return warmup.updates(updatesPerEpoch);
  }

  /**
   * The learning rate used for the {@code (update + 1)}-th update.
   *
   * @param update 0-based
   */
  public double at(long update) {
    long warmupUpdates = warmupUpdates();
    if (update < warmupUpdates) {
      double start = warmup.startFactor() * peak;
      return start + (peak - start) * update / warmupUpdates;
    }
    return schedule.rate(peak, warmup.shift() ? update - warmupUpdates : update, horizon());
  }

  /** How long the schedule after the warm-up lasts. */
  public Horizon horizon() {
    return new Horizon(updatesPerEpoch, warmup.remaining(epochs, updatesPerEpoch));
  }

  /** The learning rate that is reached where training ends: a cosine's floor. */
  public double limit() {
    return schedule.limit(peak, horizon());
  }
}
