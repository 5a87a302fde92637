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

  /**
   * The first image whose header can be read.
   *
   * @throws DataException if there is none
   */
  default StoredImage first() {
    UnreadableImageException failure = null;
    for (int index = 0; index < size(); index++) {
      try {
        return stored(index);
      } catch (UnreadableImageException e) {
        unreadable(index, e);
        failure = failure == null ? e : failure;
      }
    }
    throw failure == null ? new DataException("there are no examples to load; add some") : failure;
  }

  /**
   * Says that an example cannot be read and would be left out. Called in the order of the batches.
   *
   * @throws DataException if that is not allowed, as it is not by default
   */
  default void unreadable(int index, UnreadableImageException reason) {
    throw reason;
  }

  /** What a message calls the example, as in {@code tulips/17.jpg}. */
  String name(int index);
}
