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
 * @param progress of the epoch after the finished ones; empty between two epochs
 */
public record Checkpoint(
    int epoch,
    long update,
    double testTop1,
    FloatBuffer parameters,
    Optional<FloatBuffer> average,
    List<float[]> state,
    Optional<EpochProgress> progress) {
  /** Between two epochs. */
  public Checkpoint(
      int epoch,
      long update,
      double testTop1,
      FloatBuffer parameters,
      Optional<FloatBuffer> average,
      List<float[]> state) {
    this(epoch, update, testTop1, parameters, average, state, Optional.empty());
  }

  /** What was measured, and what is exported and served: the average, else the parameters. */
  public FloatBuffer evaluated() {
    return average.orElse(parameters);
  }

  /** Batches done of the epoch after the finished ones; 0 between two epochs. */
  public int batches() {
    return progress.map(EpochProgress::batches).orElse(0);
  }

  /** In words: {@code epoch 3}, {@code batch 120 of epoch 4}. */
  public String position() {
    return progress.isPresent()
        ? "batch %d of epoch %d".formatted(batches(), epoch + 1)
        : "epoch " + epoch;
  }
}
