package dev.recipe4j.runtime.train;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

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
 * @param testTop5 share of validation images whose class is among the first five; empty where there
 *     are no more than five classes
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
    OptionalDouble testTop5,
    double seconds,
    double imagesPerSecond) {
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
