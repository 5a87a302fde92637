package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import java.nio.FloatBuffer;

/**
 * Brings one image into its place in a batch. Safe for use by many threads at once.
 *
 * @param <L> the kind of the labels
 */
public interface ExampleLoader<L extends Labels> {
  /**
   * The shape in which an image of the given size arrives in the batch.
   *
   * @throws DataException if such an image cannot be loaded
   */
  Shape shape(StoredImage image);

  /**
   * Writes the image, of which it decodes what it needs, at elements {@code position *
   * shape(image).size()} and on, channels x rows x columns. The buffer's own position is neither
   * read nor moved, so that threads may load different positions at the same time.
   *
   * @param draw the random numbers of this example in this epoch
   * @param batch examples of one shape
   * @param position index of the example within the batch
   */
  void load(StoredImage image, Draw draw, FloatBuffer batch, int position);
}
