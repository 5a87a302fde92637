package dev.recipe4j.runtime.preflight;

import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.train.TrainingTask;
import dev.recipe4j.spec.RecipeSpec;
import java.util.OptionalLong;

/**
 * The memory that a run takes off the heap, estimated: every layer's output and its gradient for a
 * shard, parameters with gradients and what the optimiser remembers, and three batches of images.
 * Engines use the memory of outputs again, so they need less rather than more.
 */
final class MemoryCheck {
  static final String NAME = "memory";

  /** Parameters, two gradients, and two vectors of an optimiser such as Adam. */
  private static final int PARAMETER_VECTORS = 5;

  /** Outputs of layers and their gradients. */
  private static final int OUTPUT_VECTORS = 2;

  /** As the loader has them. */
  private static final int BATCHES = 3;

  /** Share of what is free beyond which other programs are in danger. */
  private static final double TIGHT = 0.8;

  private MemoryCheck() {}

  /**
   * Estimates the bytes of a run.
   *
   * @throws IllegalArgumentException if the network does not take the images
   */
  static long estimate(TrainingTask task) {
    RecipeSpec recipe = task.recipe();
    Shape input = task.input();
    NetworkAnalysis analysis = NetworkAnalysis.of(recipe.network(), input);
    long shard = Math.min(recipe.batch().shard(), task.data().train().size());
    long batch = Math.min(recipe.batch().value(), task.data().train().size());
    long floats =
        OUTPUT_VECTORS * shard * analysis.activations()
            + PARAMETER_VECTORS * (analysis.parameters() + analysis.buffers())
            + BATCHES * batch * input.size();
    return floats * Float.BYTES;
  }

  /**
   * Compares with what there is.
   *
   * @param needed bytes
   * @param free bytes, if it is known
   * @param shard examples that go through the network together
   */
  static CheckResult of(long needed, OptionalLong free, int shard) {
    String need = "about %d MB beside the Java heap".formatted(megabytes(needed));
    if (free.isEmpty()) {
      return CheckResult.ok(NAME, need + "; how much is free is not known here");
    }
    String found = "%s, %d MB are free".formatted(need, megabytes(free.getAsLong()));
    String remedy =
        "divide the batch with @Batch(accumulate) so that a shard has fewer than %d images, or take"
                .formatted(shard)
            + " smaller ones";
    if (needed > free.getAsLong()) {
      return CheckResult.failed(NAME, found, remedy);
    }
    if (needed > TIGHT * free.getAsLong()) {
      return CheckResult.warning(NAME, found, remedy);
    }
    return CheckResult.ok(NAME, found);
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
