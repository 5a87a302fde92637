package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;
import dev.recipe4j.runtime.data.UnreadableImageException;
import java.util.SplittableRandom;

/** A fixed random part of some examples: the same for the same seed. */
final class Subset implements Examples {
  private final Examples all;
  private final int[] chosen;

  /** At most {@code size} of the examples. */
  Subset(Examples all, int size, long seed) {
    this.all = all;
    int[] order = new int[all.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    this.chosen = new int[Math.min(size, order.length)];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < chosen.length; i++) {
      int from = i + random.nextInt(order.length - i);
      chosen[i] = order[from];
      order[from] = order[i];
    }
  }

  @Override
  public int size() {
    return chosen.length;
  }

  @Override
  public int label(int i) {
    return all.label(chosen[i]);
  }

  @Override
  public Image image(int i) {
    return all.image(chosen[i]);
  }

  @Override
  public StoredImage stored(int i) {
    return all.stored(chosen[i]);
  }

  @Override
  public void unreadable(int i, UnreadableImageException reason) {
    all.unreadable(chosen[i], reason);
  }

  @Override
  public String name(int i) {
    return all.name(chosen[i]);
  }
}
