package dev.recipe4j.runtime.preflight;

import java.time.Duration;
import java.util.Locale;

/** How long a run takes, and whether it would mostly wait for images. */
final class TimeCheck {
  static final String NAME = "time";

  /** Share of the time spent waiting for images from which on more threads are worth it. */
  private static final double DATA_BOUND = 0.5;

  private TimeCheck() {}

  /**
   * Judges what was measured.
   *
   * @param secondsPerUpdate with loading, augmentation and update
   * @param waited share of that in which the network waited for images, 0 to 1
   * @param updates of the whole run
   * @param secondsOfEvaluation of the whole run
   * @param batch images of an update
   */
  static CheckResult of(
      double secondsPerUpdate, double waited, long updates, double secondsOfEvaluation, int batch) {
    double seconds = updates * secondsPerUpdate + secondsOfEvaluation;
    String found =
        String.format(
            Locale.ROOT,
            "about %s: %d updates of %.3g s (%.0f images/s), %s of evaluation",
            time(seconds),
            updates,
            secondsPerUpdate,
            batch / secondsPerUpdate,
            time(secondsOfEvaluation));
    if (waited > DATA_BOUND) {
      return CheckResult.warning(
          NAME,
          String.format(
              Locale.ROOT, "%s; waits for images %.0f %% of the time", found, 100 * waited),
          "take more threads (--threads) or smaller files");
    }
    return CheckResult.ok(NAME, found);
  }

  private static String time(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
