package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.onednn.Format;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Softmax cross-entropy, and the softmax less the target as its gradient, in double precision:
 * oneDNN's own are off by up to 3e-6, and the work is none beside that of a network.
 */
final class LossLowering {
  private static final String NAME = "loss";

  private final Value logits;

  /** Of one example, allocated once. */
  private final float[] target;

  private final double[] probability;
  private @Nullable Minibatch batch;
  private LossWeights weights = LossWeights.EQUAL;
  private double loss;

  private LossLowering(Value logits) {
    this.logits = logits;
    this.target = new float[Math.toIntExact(logits.format().size(1))];
    this.probability = new double[target.length];
  }

  /** Adds the logits as rows, the loss, and the gradient of the mean loss. */
  static LossLowering lower(Compilation compilation) {
    ProgramBuilder program = compilation.program();
    Value output = compilation.logits();
    Value rows = rows(compilation, output);
    Value gradient = program.temporary(NAME + " gradient", rows.format());
    LossLowering loss = new LossLowering(rows);
    program.add(NAME, () -> loss.compute(rows.floats(), gradient.floats()), rows, gradient);
    compilation.gradients().contribute(output, gradient.viewed(output.format().rowMajor()), false);
    return loss;
  }

  /** Logits as a matrix, examples x classes. */
  static Value rows(Compilation compilation, Value output) {
    Value rowMajor = compilation.program().reordered("logits", output, output.format().rowMajor());
    long batch = output.format().size(0);
    return rowMajor.viewed(Format.rowMajor(batch, output.format().elements() / batch));
  }

  /** Says what is right in the next pass. */
  void expect(Minibatch expected, LossWeights ofClasses) {
    batch = expected;
    weights = ofClasses;
  }

  /** Mean loss of the last pass in nats. */
  double mean() {
    return loss;
  }

  /** Logits of the last pass, examples x classes. */
  Value rows() {
    return logits;
  }

  private void compute(FloatBuffer rows, FloatBuffer gradient) {
    Minibatch present = Objects.requireNonNull(batch, "a batch");
    int size = present.size();
    int classes = target.length;
    double divisor = weights.divisor(present);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double weight = weights.target(present, i, target);
      int start = i * classes;
      double normalizer = softmax(rows, start);
      for (int k = 0; k < classes; k++) {
        sum += weight * target[k] * (normalizer - rows.get(start + k));
        gradient.put(start + k, (float) (weight * (probability[k] - target[k]) / divisor));
      }
    }
    loss = sum / divisor;
  }

  /**
   * Computes the probabilities of one example; the maximum is subtracted before the exponential, so
   * that no logit overflows.
   *
   * @return what is to be subtracted from a logit to have the logarithm of its probability
   */
  private double softmax(FloatBuffer rows, int start) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < probability.length; k++) {
      max = Math.max(max, rows.get(start + k));
    }
    double sum = 0;
    for (int k = 0; k < probability.length; k++) {
      probability[k] = Math.exp(rows.get(start + k) - max);
      sum += probability[k];
    }
    for (int k = 0; k < probability.length; k++) {
      probability[k] /= sum;
    }
    return Math.log(sum) + max;
  }
}
