package dev.recipe4j.runtime.train;

import java.util.List;

/**
 * How far the training of an epoch has come: what its row of the history needs of the batches that
 * are done.
 *
 * @param batches of the epoch that were trained on, at least 1
 * @param learningRate of the last of them
 * @param seconds that they took
 * @param examples in them
 * @param ranked those of one class each
 * @param loss sum of the losses of the examples, in nats
 * @param ranks how many of {@code ranked} have each rank, 0 to the number of classes
 */
public record EpochProgress(
    int batches,
    double learningRate,
    double seconds,
    long examples,
    long ranked,
    double loss,
    List<Long> ranks) {
  public EpochProgress {
    ranks = List.copyOf(ranks);
  }
}
