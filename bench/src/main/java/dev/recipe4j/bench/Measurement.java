package dev.recipe4j.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * What one process measured of its training steps. CPU time is of all its threads, user and system.
 * The first five numbers are of the time between two marks, after start and warm-up.
 *
 * @param steps whole training steps
 * @param cpuSeconds CPU time
 * @param wallSeconds time on the clock
 * @param compilingSeconds time that the just-in-time compiler was at work in the meantime
 * @param loss of the last step
 * @param startSeconds CPU time before the first mark: start of the process and warm-up
 * @param peakKibibytes largest resident memory of the process
 * @param gemm 10^9 floating-point operations in a CPU second of a large matrix product; 0 if the
 *     process measured none
 * @param software versions of what the process ran on
 */
record Measurement(
    int steps,
    double cpuSeconds,
    double wallSeconds,
    double compilingSeconds,
    double loss,
    double startSeconds,
    long peakKibibytes,
    double gemm,
    String software) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no measurement
   */
  static Measurement parse(String line) {
    try {
      return JSON.readValue(line, Measurement.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a measurement: " + line, e);
    }
  }

  /** For people: what was measured, and what was not because it came before. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%d steps, %.2f s CPU, %.2f s wall (%.2f s CPU before; compiling for %.2f s), loss %.3f",
        steps,
        cpuSeconds,
        wallSeconds,
        startSeconds,
        compilingSeconds,
        loss);
  }

  /** One line. */
  String json() throws JsonProcessingException {
    return JSON.writeValueAsString(this);
  }
}
