package dev.recipe4j.runtime.train;

import java.nio.FloatBuffer;
import java.util.OptionalDouble;

/** Sums up losses and ranks over the batches of a pass. */
final class Tally {
  private static final int FEW = 5;

  private final int classes;
  private long examples;
  private double loss;
  private long first;
  private long amongFew;

  Tally(int classes) {
    this.classes = classes;
  }

  /**
   * Adds a batch.
   *
   * @param logits examples x classes from index 0
   * @param lossSum sum of the losses of its examples
   */
  void add(FloatBuffer logits, int[] labels, double lossSum) {
    for (int i = 0; i < labels.length; i++) {
      int rank = rank(logits, i * classes, labels[i]);
      first += rank == 0 ? 1 : 0;
      amongFew += rank < FEW ? 1 : 0;
    }
    examples += labels.length;
    loss += lossSum;
  }

  /**
   * How many classes come before the right one. Of equal logits the lower class comes first, and
   * nothing is below NaN, so that a network without an opinion is not called right.
   */
  private int rank(FloatBuffer logits, int offset, int label) {
    float own = logits.get(offset + label);
    int rank = 0;
    for (int k = 0; k < classes; k++) {
      float other = logits.get(offset + k);
      boolean behind = k == label ? !Float.isNaN(own) : other < own || (other == own && k > label);
      rank += behind ? 0 : 1;
    }
    return rank;
  }

  long examples() {
    return examples;
  }

  Metrics metrics() {
    double count = examples;
    return new Metrics(
        loss / count,
        first / count,
        classes > FEW ? OptionalDouble.of(amongFew / count) : OptionalDouble.empty());
  }
}
