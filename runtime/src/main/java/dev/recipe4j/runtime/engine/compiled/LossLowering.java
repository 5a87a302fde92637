package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.recipe4j.runtime.engine.onednn.ElementFunction;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Softmax cross-entropy. The logarithm of the softmax gives the loss, its exponential less the
 * target the gradient.
 */
final class LossLowering {
  private static final String NAME = "loss";

  private final Value logits;
  private int[] labels = new int[0];
  private double loss;

  private LossLowering(Value logits) {
    this.logits = logits;
  }

  /** Adds the logits as rows, the loss, and the gradient of the mean loss. */
  static LossLowering lower(Compilation compilation) {
    ProgramBuilder program = compilation.program();
    Value output = compilation.logits();
    Value rows = rows(compilation, output);
    Format format = rows.format();
    Value logarithms = program.temporary(NAME + " log softmax", format);
    Value gradient = program.temporary(NAME + " gradient", format);
    LossLowering loss = new LossLowering(rows);
    program.add(
        NAME + " log softmax",
        program.describe(Operations.logSoftmax(NAME, format)),
        Map.of(DNNL_ARG_SRC, rows, DNNL_ARG_DST, logarithms));
    program.add(
        NAME + " softmax",
        program.describe(Operations.elementwise(NAME, ElementFunction.EXPONENTIAL, format)),
        Map.of(DNNL_ARG_SRC, logarithms, DNNL_ARG_DST, gradient));
    program.add(
        NAME,
        () -> loss.compute(logarithms.floats(), gradient.floats()),
        rows,
        logarithms,
        gradient);
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
  void expect(int[] classes) {
    labels = classes;
  }

  /** Mean loss of the last pass in nats. */
  double mean() {
    return loss;
  }

  /** Logits of the last pass, examples x classes. */
  Value rows() {
    return logits;
  }

  private void compute(FloatBuffer logProbability, FloatBuffer gradient) {
    int classes = gradient.capacity() / labels.length;
    float share = 1f / labels.length;
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      int start = i * classes;
      int target = start + labels[i];
      sum -= logProbability.get(target);
      gradient.put(target, gradient.get(target) - 1);
      for (int k = start; k < start + classes; k++) {
        gradient.put(k, gradient.get(k) * share);
      }
    }
    loss = sum / labels.length;
  }
}
