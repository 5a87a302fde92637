package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.BatchNormalization.RunningVariance;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor;
import java.nio.FloatBuffer;

/**
 * Moves parameters into a DL4J graph and gradients out of it. Every tensor lies at the same offset
 * on both sides; the elements of depthwise kernels do not: the network says [channels, 1, rows,
 * columns], as public checkpoints do, and DL4J [rows, columns, channels, 1].
 */
final class GraphMemory {
  private final ParameterLayout layout;
  private final NetworkAnalysis analysis;
  private final FloatBuffer graphParameters;
  private final FloatBuffer graphGradients;

  /**
   * The memory of a graph.
   *
   * @param analysis of the network at the training size
   */
  GraphMemory(
      ParameterLayout layout,
      NetworkAnalysis analysis,
      FloatBuffer graphParameters,
      FloatBuffer graphGradients) {
    this.layout = layout;
    this.analysis = analysis;
    this.graphParameters = graphParameters;
    this.graphGradients = graphGradients;
  }

  /** Gives the graph the parameters and running statistics. */
  void write(FloatBuffer parameters) {
    graphParameters.put(0, parameters, 0, Math.toIntExact(layout.size()));
    for (Entry entry : layout.entries()) {
      if (isDepthwise(entry)) {
        int offset = (int) entry.offset();
        int channels = entry.tensor().shape().get(0);
        int taps = (int) entry.tensor().size() / channels;
        for (int c = 0; c < channels; c++) {
          for (int tap = 0; tap < taps; tap++) {
            graphParameters.put(
                offset + tap * channels + c, parameters.get(offset + c * taps + tap));
          }
        }
      }
    }
  }

  /**
   * Takes the gradient of the last pass and moves the running statistics. DL4J leaves the sum over
   * the batch, which its updater would divide; what it calls the gradient of running statistics is
   * the amount by which they fall, not divided. DL4J's running variance is biased.
   *
   * @param divisor what the sum is divided by
   */
  void takeGradient(int examples, double divisor, FloatBuffer gradient, FloatBuffer parameters) {
    float scale = (float) (1 / divisor);
    for (Entry entry : layout.entries()) {
      int offset = (int) entry.offset();
      int size = (int) entry.tensor().size();
      if (!entry.tensor().kind().isTrained()) {
        moveRunning(entry, examples, parameters);
        for (int i = offset; i < offset + size; i++) {
          gradient.put(i, 0);
        }
      } else if (isDepthwise(entry)) {
        int channels = entry.tensor().shape().get(0);
        int taps = size / channels;
        for (int c = 0; c < channels; c++) {
          for (int tap = 0; tap < taps; tap++) {
            gradient.put(
                offset + c * taps + tap, graphGradients.get(offset + tap * channels + c) * scale);
          }
        }
      } else {
        for (int i = offset; i < offset + size; i++) {
          gradient.put(i, graphGradients.get(i) * scale);
        }
      }
    }
  }

  private void moveRunning(Entry entry, int examples, FloatBuffer parameters) {
    BatchNormalization norm = (BatchNormalization) entry.layer().operation();
    Shape shape = analysis.shape(entry.layer().name());
    long values = (long) examples * shape.height() * shape.width();
    boolean isUnbiased =
        entry.tensor().kind() == Tensor.Kind.VARIANCE
            && norm.runningVariance() == RunningVariance.UNBIASED
            && values > 1;
    float correction = isUnbiased ? (float) values / (values - 1) : 1;
    float entering = (float) (1 - norm.momentum());
    for (int i = (int) entry.offset(); i < entry.end(); i++) {
      float before = parameters.get(i);
      float ofBatch = entering * before - graphGradients.get(i);
      parameters.put(i, before - entering * before + correction * ofBatch);
    }
  }

  private static boolean isDepthwise(Entry entry) {
    return entry.layer().operation() instanceof Operation.Convolution convolution
        && convolution.groups() > 1
        && entry.tensor().shape().size() > 1;
  }
}
