package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Tensor.Kind;
import java.nio.FloatBuffer;
import java.util.OptionalInt;

/**
 * A convolution's weights and bias with the batch normalisation behind it in them: its running
 * statistics, gamma and beta multiply and shift each channel by constants.
 */
final class NormalizationFolding {
  private final FloatBuffer parameters;
  private final int filters;
  private final double epsilon;
  private final int weights;
  private final OptionalInt bias;
  private final int gamma;
  private final int beta;
  private final int mean;
  private final int variance;

  NormalizationFolding(Compilation compilation, Layer layer, Convolution convolution, Layer norm) {
    this.parameters = compilation.parameters();
    this.filters = convolution.filters();
    this.epsilon = ((BatchNormalization) norm.operation()).epsilon();
    this.weights = compilation.offset(layer, Kind.WEIGHT);
    this.bias =
        convolution.bias()
            ? OptionalInt.of(compilation.offset(layer, Kind.BIAS))
            : OptionalInt.empty();
    this.gamma = compilation.offset(norm, Kind.GAMMA);
    this.beta = compilation.offset(norm, Kind.BETA);
    this.mean = compilation.offset(norm, Kind.MEAN);
    this.variance = compilation.offset(norm, Kind.VARIANCE);
  }

  /** Writes the weights, row-major. */
  void weights(FloatBuffer folded) {
    int perFilter = folded.capacity() / filters;
    for (int filter = 0; filter < filters; filter++) {
      float factor = (float) factor(filter);
      int start = filter * perFilter;
      for (int i = start; i < start + perFilter; i++) {
        folded.put(i, factor * parameters.get(weights + i));
      }
    }
  }

  /** Writes the bias. */
  void bias(FloatBuffer folded) {
    for (int filter = 0; filter < filters; filter++) {
      double before = bias.isPresent() ? parameters.get(bias.getAsInt() + filter) : 0;
      double shifted = before - parameters.get(mean + filter);
      folded.put(filter, (float) (parameters.get(beta + filter) + factor(filter) * shifted));
    }
  }

  private double factor(int filter) {
    return parameters.get(gamma + filter) / Math.sqrt(parameters.get(variance + filter) + epsilon);
  }
}
