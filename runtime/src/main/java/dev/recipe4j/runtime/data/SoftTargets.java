package dev.recipe4j.runtime.data;

import java.util.Arrays;

/**
 * What makes distributions over the classes of the labels of a batch: {@code (1 - smoothing) *
 * (share * label + (1 - share) * other) + smoothing / classes}, where a label is 1 at its class.
 *
 * @param others class of the example that each example of the batch is mixed with
 * @param share how much of each example is its own, 0 to 1; 1 if the batch is not mixed
 * @param smoothing how much of each label is spread evenly over all classes, 0 to below 1
 */
// The array is handed over, not shared.
@SuppressWarnings("ArrayRecordComponent")
public record SoftTargets(int[] others, double share, double smoothing) {
  /** Whether examples hold more than one image: not even a perfect network names one class. */
  public boolean isMixed() {
    return share < 1;
  }

  /**
   * Writes the distribution of one example.
   *
   * @param row receives the share of each class; they add up to 1
   */
  void write(int example, int label, float[] row) {
    Arrays.fill(row, (float) (smoothing / row.length));
    row[label] += (float) ((1 - smoothing) * share);
    row[others[example]] += (float) ((1 - smoothing) * (1 - share));
  }
}
