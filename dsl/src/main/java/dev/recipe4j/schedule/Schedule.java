package dev.recipe4j.schedule;

/** The learning rate after the warm-up, as a pure function of the update. */
public interface Schedule {
  /**
   * The learning rate of one update.
   *
   * @param peak the highest learning rate of the run
   * @param update 0-based number of the update, counted from where this schedule starts
   * @param horizon how long the schedule lasts
   */
  double rate(double peak, long update, Horizon horizon);
}
