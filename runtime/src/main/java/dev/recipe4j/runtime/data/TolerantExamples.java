package dev.recipe4j.runtime.data;

import java.util.BitSet;
import java.util.function.Consumer;

/** Examples of which some may be unreadable; each is counted once, however often it is met. */
final class TolerantExamples implements Examples {
  private final Examples all;
  private final double share;
  private final String part;
  private final Consumer<String> listener;
  private final BitSet skipped = new BitSet();

  TolerantExamples(Examples all, double share, String part, Consumer<String> listener) {
    this.all = all;
    this.share = share;
    this.part = part;
    this.listener = listener;
  }

  @Override
  public synchronized void unreadable(int index, UnreadableImageException reason) {
    if (skipped.get(index)) {
      return;
    }
    skipped.set(index);
    int count = skipped.cardinality();
    int most = (int) (share * all.size());
    if (count > most) {
      throw new DataException(
          ("%s; with it %d of %d %s images are unreadable, and at most %d may be (--max-corrupt %s):"
                  + " mend the data, 'recipe4j scan' names all, or allow more")
              .formatted(reason.getMessage(), count, all.size(), part, most, share),
          reason);
    }
    listener.accept(
        "left out (%d of at most %d %s images): %s"
            .formatted(count, most, part, reason.getMessage()));
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public int label(int index) {
    return all.label(index);
  }

  @Override
  public Image image(int index) {
    return all.image(index);
  }

  @Override
  public StoredImage stored(int index) {
    return all.stored(index);
  }

  @Override
  public String name(int index) {
    return all.name(index);
  }
}
