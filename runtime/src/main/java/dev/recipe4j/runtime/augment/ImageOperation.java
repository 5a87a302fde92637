package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/**
 * One step on a decoded image. Safe for use by many threads at once: what is random comes from the
 * draw, and nothing is kept between images.
 */
@FunctionalInterface
public interface ImageOperation {
  /**
   * The image after this step; never writes to the pixels of the given one, but may return it.
   *
   * @param image an image of 8-bit samples, rows x columns x channels
   * @param draw the random numbers of the example in this epoch
   */
  Image apply(Image image, Draw draw);

  /** What the step makes of an image of the given shape; unchanged unless overridden. */
  default Shape shape(Shape image) {
    return image;
  }
}
