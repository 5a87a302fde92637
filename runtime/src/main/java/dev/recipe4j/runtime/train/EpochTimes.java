package dev.recipe4j.runtime.train;

/**
 * Where the time of an epoch went, in seconds of wall time; together they are all of it.
 *
 * @param epoch from 1
 * @param computing training, without waiting
 * @param waiting of training for images
 * @param evaluation measuring on validation and clean training images
 * @param storing history and checkpoint
 */
public record EpochTimes(
    int epoch, double computing, double waiting, double evaluation, double storing) {
  /** All of the epoch. */
  public double seconds() {
    return computing + waiting + evaluation + storing;
  }
}
