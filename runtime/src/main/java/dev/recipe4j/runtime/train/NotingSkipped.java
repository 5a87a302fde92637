package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;
import dev.recipe4j.runtime.data.UnreadableImageException;
import java.util.BitSet;

/**
 * Examples that remember which of them were left out, since a batch does not say which ones it
 * holds.
 */
final class NotingSkipped implements Examples {
  private final Examples examples;
  private final BitSet skipped = new BitSet();

  NotingSkipped(Examples examples) {
    this.examples = examples;
  }

  /** The first index from this one on that was not left out. */
  int present(int from) {
    return skipped.nextClearBit(from);
  }

  @Override
  public void unreadable(int index, UnreadableImageException reason) {
    examples.unreadable(index, reason);
    skipped.set(index);
  }

  @Override
  public int size() {
    return examples.size();
  }

  @Override
  public int label(int index) {
    return examples.label(index);
  }

  @Override
  public Image image(int index) {
    return examples.image(index);
  }

  @Override
  public StoredImage stored(int index) {
    return examples.stored(index);
  }

  @Override
  public String name(int index) {
    return examples.name(index);
  }
}
