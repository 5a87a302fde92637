package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Operation;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import java.nio.FloatBuffer;

/**
 * Moves parameters into a DL4J graph and gradients out of it. Every tensor lies at the same offset
 * on both sides; the elements of depthwise kernels do not: the network says [channels, 1, rows,
 * columns], as public checkpoints do, and DL4J [rows, columns, channels, 1].
 */
final class GraphMemory {
  private final ParameterLayout layout;
  private final FloatBuffer graphParameters;
  private final FloatBuffer graphGradients;

  GraphMemory(ParameterLayout layout, FloatBuffer graphParameters, FloatBuffer graphGradients) {
    this.layout = layout;
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
   * the amount by which they fall, not divided.
   */
  void takeGradient(int examples, FloatBuffer gradient, FloatBuffer parameters) {
    float scale = 1f / examples;
    for (Entry entry : layout.entries()) {
      int offset = (int) entry.offset();
      int size = (int) entry.tensor().size();
      if (!entry.tensor().kind().isTrained()) {
        for (int i = offset; i < offset + size; i++) {
          parameters.put(i, parameters.get(i) - graphGradients.get(i));
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

  private static boolean isDepthwise(Entry entry) {
    return entry.layer().operation() instanceof Operation.Convolution convolution
        && convolution.groups() > 1
        && entry.tensor().shape().size() > 1;
  }
}
