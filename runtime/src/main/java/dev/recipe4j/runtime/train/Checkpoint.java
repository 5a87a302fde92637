package dev.recipe4j.runtime.train;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Everything a run needs to go on, or a classifier to start.
 *
 * @param epoch finished epochs
 * @param update finished optimiser updates
 * @param testTop1 accuracy on the validation images at that time; NaN if it was not measured
 * @param parameters the flat vector with its running statistics
 * @param state what the optimiser remembers
 */
public record Checkpoint(
    int epoch, long update, double testTop1, FloatBuffer parameters, List<float[]> state) {}
