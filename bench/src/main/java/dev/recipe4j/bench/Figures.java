package dev.recipe4j.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Figures of one contender, medians over its rounds.
 *
 * @param imagesByCpu images in a second of CPU time, of all threads together
 * @param imagesByWall images in a second on the clock
 * @param gigaflops 10^9 floating-point operations in a second of CPU time
 * @param peakMebibytes largest resident memory of all rounds
 */
record Figures(double imagesByCpu, double imagesByWall, double gigaflops, double peakMebibytes) {
  /**
   * Sums up rounds, at least one.
   *
   * @param batch images of a step
   * @param gigaflop 10^9 floating-point operations for one image
   */
  static Figures of(List<Measurement> rounds, int batch, double gigaflop) {
    double byCpu = median(rounds, m -> m.steps() * batch / m.cpuSeconds());
    double byWall = median(rounds, m -> m.steps() * batch / m.wallSeconds());
    long peak = rounds.stream().mapToLong(Measurement::peakKibibytes).max().orElseThrow();
    return new Figures(byCpu, byWall, byCpu * gigaflop, peak / 1024.0);
  }

  /** The middle value, or the mean of the two middle ones. */
  static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no median of nothing");
    }
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
