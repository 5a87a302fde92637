package dev.recipe4j.runtime.train;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of {@code history.csv}. Accuracies are shares from 0 to 1; a value that was not measured
 * is empty.
 *
 * @param epoch finished epochs, from 1
 * @param step finished optimiser updates
 * @param learningRate of the last update
 * @param trainLoss mean loss of the batches as trained, without penalty, in nats
 * @param trainTop1 accuracy on the batches as trained that are not mixed; empty if all are
 * @param cleanTrainTop1 accuracy on a fixed part of the training images without augmentation
 * @param testLoss mean loss on the validation images
 * @param testTop1 accuracy on the validation images
 * @param testTopK by k, above 1, the share of validation images whose class is among the first k;
 *     none where it was not measured or there are no more than k classes
 * @param seconds wall time of the epoch, evaluation included
 * @param imagesPerSecond training images by the time they took, evaluation not included
 */
public record EpochResult(
    int epoch,
    long step,
    double learningRate,
    double trainLoss,
    OptionalDouble trainTop1,
    OptionalDouble cleanTrainTop1,
    OptionalDouble testLoss,
    OptionalDouble testTop1,
    SortedMap<Integer, Double> testTopK,
    double seconds,
    double imagesPerSecond) {
  public EpochResult {
    testTopK = Collections.unmodifiableSortedMap(new TreeMap<>(testTopK));
  }

  /**
   * The epoch with the highest accuracy on the validation images, the earliest of equals; the last
   * if none was measured.
   *
   * @param history at least one epoch, the first one first
   */
  public static EpochResult best(List<EpochResult> history) {
    return history.stream()
        .filter(row -> row.testTop1().isPresent())
        .max(
            Comparator.comparingDouble((EpochResult row) -> row.testTop1().getAsDouble())
                .thenComparing(Comparator.comparingInt(EpochResult::epoch).reversed()))
        .orElseGet(() -> history.get(history.size() - 1));
  }
}
