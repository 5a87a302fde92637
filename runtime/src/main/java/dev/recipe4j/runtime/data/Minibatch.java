package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Examples that go through the network together. The images stand in memory that is used again:
 * they are valid until the iterator that gave the batch is asked for the next one or closed.
 *
 * @param size number of examples, at least 1
 * @param shape shape of each image
 * @param images size x channels x height x width float32 in native byte order, off the heap; from
 *     element 0 to the limit
 * @param labels class of each example; belongs to the receiver
 * @param softTargets what makes distributions of the labels; empty if an example is of its class
 *     alone
 */
// The array is handed over, not shared.
@SuppressWarnings("ArrayRecordComponent")
public record Minibatch(
    int size, Shape shape, FloatBuffer images, int[] labels, Optional<SoftTargets> softTargets) {
  /** Examples each of its own class. */
  public Minibatch(int size, Shape shape, FloatBuffer images, int[] labels) {
    this(size, shape, images, labels, Optional.empty());
  }

  /** These examples with other targets. */
  public Minibatch with(SoftTargets targets) {
    return new Minibatch(size, shape, images, labels, Optional.of(targets));
  }

  /** Whether the examples hold more than one image each. */
  public boolean isMixed() {
    return softTargets.filter(SoftTargets::isMixed).isPresent();
  }

  /**
   * What the network should say of an example.
   *
   * @param row receives the share of each class; they add up to 1
   */
  public void target(int example, float[] row) {
    if (softTargets.isPresent()) {
      softTargets.get().write(example, labels[example], row);
    } else {
      Arrays.fill(row, 0);
      row[labels[example]] = 1;
    }
  }
}
