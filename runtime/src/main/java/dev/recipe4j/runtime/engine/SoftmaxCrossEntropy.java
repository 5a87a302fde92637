package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;

/** The loss of every engine: softmax cross-entropy in nats, summed in double precision. */
public final class SoftmaxCrossEntropy {
  private SoftmaxCrossEntropy() {}

  /**
   * Sum of the losses of some examples.
   *
   * @param logits examples x classes from index 0
   * @param classes number of logits of an example
   * @param labels class of each example
   */
  public static double sum(FloatBuffer logits, int classes, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += ofExample(logits, i * classes, classes, labels[i]);
    }
    return sum;
  }

  /**
   * Sum of the weighted losses of a batch with its targets.
   *
   * @param logits examples x classes from index 0
   * @param classes number of logits of an example
   */
  public static double sum(FloatBuffer logits, int classes, Minibatch batch, LossWeights weights) {
    float[] target = new float[classes];
    double sum = 0;
    for (int i = 0; i < batch.size(); i++) {
      double weight = weights.target(batch, i, target);
      double normalizer = logarithmOfNormalizer(logits, i * classes, classes);
      for (int k = 0; k < classes; k++) {
        sum += weight * target[k] * (normalizer - logits.get(i * classes + k));
      }
    }
    return sum;
  }

  private static double ofExample(FloatBuffer logits, int offset, int classes, int label) {
    return logarithmOfNormalizer(logits, offset, classes) - logits.get(offset + label);
  }

  /** The maximum is subtracted before the exponential, so that no logit overflows. */
  private static double logarithmOfNormalizer(FloatBuffer logits, int offset, int classes) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      max = Math.max(max, logits.get(offset + k));
    }
    double normalizer = 0;
    for (int k = 0; k < classes; k++) {
      normalizer += Math.exp(logits.get(offset + k) - max);
    }
    return Math.log(normalizer) + max;
  }
}
