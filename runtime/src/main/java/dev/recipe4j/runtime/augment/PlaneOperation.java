package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import java.nio.FloatBuffer;

/**
 * One step on a normalised image, where it stands in its batch: channels x rows x columns of
 * float32, 0 at the mean of the data. Safe for use by many threads at once: what is random comes
 * from the draw, and nothing is kept between images.
 */
@FunctionalInterface
public interface PlaneOperation {
  /**
   * Changes the image in place.
   *
   * @param batch memory of the batch; only absolute access, for other threads write to it too
   * @param start index of the first element of the image
   * @param shape of the image
   * @param draw the random numbers of the example in this epoch
   */
  void apply(FloatBuffer batch, int start, Shape shape, Draw draw);
}
