package dev.recipe4j.runtime.augment;

/** Random numbers of one example in one epoch. */
public record Draw(long state) {
  /** The draw of an example. */
  public static Draw of(long seed, long epoch, long index) {
    return new Draw(seed * 31 + epoch * 17 + index);
  }
}
