package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.data.Minibatch;
import java.util.List;

/**
 * How much each class counts in the loss of training, with PyTorch's {@code cross_entropy} as the
 * measure: the loss of an example with target t and probabilities p is {@code -sum_k w_k t_k ln
 * p_k}. The mean over a batch divides by the sum of the weights of the labels; with mixed images by
 * the number of examples, as PyTorch does where targets are probabilities.
 */
public final class LossWeights {
  /** All classes count the same. */
  public static final LossWeights EQUAL = new LossWeights(new float[0]);

  private final float[] ofClasses;

  private LossWeights(float[] ofClasses) {
    this.ofClasses = ofClasses;
  }

  /**
   * The weight of each class, in the order of the labels.
   *
   * @throws IllegalArgumentException if one is not above 0 and finite
   */
  public static LossWeights of(List<Double> ofClasses) {
    float[] weights = new float[ofClasses.size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = ofClasses.get(k).floatValue();
      if (!(weights[k] > 0) || Float.isInfinite(weights[k])) {
        throw new IllegalArgumentException(
            "weight %s of class %d; write a number above 0".formatted(ofClasses.get(k), k));
      }
    }
    return new LossWeights(weights);
  }

  /** Whether every class counts 1. */
  boolean areEqual() {
    return ofClasses.length == 0;
  }

  /**
   * Writes what the network should say of an example.
   *
   * @param row receives shares of the classes that add up to 1: the target times the weights
   * @return how much the example counts: the sum of the target times the weights
   */
  public double target(Minibatch batch, int example, float[] row) {
    batch.target(example, row);
    if (areEqual()) {
      return 1;
    }
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      row[k] *= ofClasses[k];
      sum += row[k];
    }
    for (int k = 0; k < row.length; k++) {
      row[k] = (float) (row[k] / sum);
    }
    return sum;
  }

  /** What the mean over a batch divides by, and so how much a shard of a batch counts. */
  public double divisor(Minibatch batch) {
    if (areEqual() || batch.isMixed()) {
      return batch.size();
    }
    double sum = 0;
    for (int label : batch.labels()) {
      sum += ofClasses[label];
    }
    return sum;
  }
}
