package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;
import java.util.OptionalDouble;

/** Sums up losses and ranks over the batches of a pass. */
final class Tally {
  private static final int FEW = 5;

  private final int classes;
  private long examples;
  private long ranked;
  private double loss;
  private long first;
  private long amongFew;

  Tally(int classes) {
    this.classes = classes;
  }

  /**
   * Adds a batch. The examples of a mixed one are of two classes, so that none is right: they count
   * for the loss alone.
   *
   * @param logits examples x classes from index 0
   * @param lossSum sum of the losses of its examples
   */
  void add(FloatBuffer logits, Minibatch batch, double lossSum) {
    if (!batch.isMixed()) {
      for (int i = 0; i < batch.size(); i++) {
        int rank = rank(logits, i * classes, batch.labels()[i]);
        first += rank == 0 ? 1 : 0;
        amongFew += rank < FEW ? 1 : 0;
      }
      ranked += batch.size();
    }
    examples += batch.size();
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

  /** Mean loss. */
  double loss() {
    return loss / examples;
  }

  /** Share of the examples of one class whose class has the highest logit, if there are some. */
  OptionalDouble top1() {
    return ranked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) first / ranked);
  }

  /**
   * What a network achieves on examples of one class each.
   *
   * @throws java.util.NoSuchElementException if all are mixed
   */
  Metrics metrics() {
    return new Metrics(
        loss(),
        top1().orElseThrow(),
        classes > FEW ? OptionalDouble.of((double) amongFew / ranked) : OptionalDouble.empty());
  }
}
