package dev.recipe4j.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What one process measured of its loading, after a warm-up.
 *
 * @param images that came into batches
 * @param cpuSeconds CPU time of the process, user and system; without its children
 * @param wallSeconds time on the clock
 * @param software versions of what the process ran on
 */
record InputMeasurement(int images, double cpuSeconds, double wallSeconds, String software) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no measurement
   */
  static InputMeasurement parse(String line) {
    try {
      return JSON.readValue(line, InputMeasurement.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a measurement: " + line, e);
    }
  }

  /** One line. */
  String json() throws JsonProcessingException {
    return JSON.writeValueAsString(this);
  }

  double imagesByCpu() {
    return images / cpuSeconds;
  }

  double imagesByWall() {
    return images / wallSeconds;
  }
}
