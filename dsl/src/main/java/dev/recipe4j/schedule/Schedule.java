package dev.recipe4j.schedule;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The learning rate after the warm-up, as a pure function of the update. A schedule of a user's own
 * needs {@link #rate} only.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * The learning rate of one update.
   *
   * @param peak the highest learning rate of the run
   * @param update 0-based number of the update, counted from where this schedule starts
   * @param horizon how long the schedule lasts
   */
  double rate(double peak, long update, Horizon horizon);

  /**
   * The updates, counted as in {@link #rate}, before which the learning rate falls by declaration:
   * single boundaries, increasing. Between two of them it changes smoothly.
   */
  default List<Double> boundaries(Horizon horizon) {
    return List.of();
  }

  /**
   * The updates between two declared falls, if they come at equal intervals without end: a step
   * decay, or one that is constant within each epoch.
   */
  default OptionalDouble interval(Horizon horizon) {
    return OptionalDouble.empty();
  }

  /** The learning rate that is reached where training ends. */
  default double limit(double peak, Horizon horizon) {
    return rate(peak, (long) Math.ceil(horizon.updates()), horizon);
  }
}
