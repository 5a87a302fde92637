package dev.recipe4j.runtime.train;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Everything a run needs to go on, or a classifier to start.
 *
 * @param epoch finished epochs
 * @param update finished optimiser updates
 * @param testTop1 accuracy on the validation images at that time; NaN if it was not measured
 * @param parameters the flat vector with its running statistics
 * @param average moving average of {@code parameters}, of the same size, if the recipe has one
 * @param state what the optimiser remembers
 */
public record Checkpoint(
    int epoch,
    long update,
    double testTop1,
    FloatBuffer parameters,
    Optional<FloatBuffer> average,
    List<float[]> state) {
  /** What was measured, and what is exported and served: the average, else the parameters. */
  public FloatBuffer evaluated() {
    return average.orElse(parameters);
  }
}
