package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import java.nio.FloatBuffer;

/** Reads one example, checks that it fits into the batch, and loads it. */
record ExampleWriter(Examples examples, ExampleLoader<?> chain, Shape shape) {
  /**
   * @return the label of the example
   * @throws UnreadableImageException if its image is damaged
   * @throws DataException if something else is wrong; names the example
   */
  int write(int example, Draw draw, FloatBuffer batch, int position) {
    try {
      StoredImage image = examples.stored(example);
      Shape own = chain.shape(image);
      if (!own.equals(shape)) {
        throw new DataException(
            ("%s comes to %s but %s to %s, and the images of a batch need one shape;"
                    + " give the recipe @ResizeTo or @RandomResizedCrop")
                .formatted(examples.name(0), shape, examples.name(example), own));
      }
      chain.load(image, draw, batch, position);
      return examples.label(example);
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DataException(
          "%s cannot be loaded (%s); remove it, or mend the step that fails"
              .formatted(examples.name(example), e),
          e);
    }
  }

  /** See {@link Examples#unreadable}. */
  void unreadable(int example, UnreadableImageException reason) {
    examples.unreadable(example, reason);
  }
}
