package dev.recipe4j.runtime.data;

/**
 * Labelled images by index. Safe for reading by many threads at once.
 *
 * <p>An index is at least 0 and less than {@link #size()}; otherwise every method throws {@link
 * IndexOutOfBoundsException}.
 */
public interface Examples {
  /** How many there are. */
  int size();

  /** Class of an example, from 0 to the number of classes - 1. */
  int label(int index);

  /**
   * The image of an example, in the channels in which it is stored.
   *
   * @throws DataException if it cannot be read
   */
  Image image(int index);

  /**
   * The image of an example, decoded as far as it is asked for.
   *
   * @throws DataException if it cannot be read
   */
  default StoredImage stored(int index) {
    return image(index);
  }

  /** What a message calls the example, as in {@code tulips/17.jpg}. */
  String name(int index);
}
