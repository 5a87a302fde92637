package dev.recipe4j.rules;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Shape;
import java.util.Optional;

/**
 * The network of a recipe at its input size.
 *
 * @param network the network
 * @param input what it sees in training
 * @param analysis its shapes, if it fits the input
 * @param fault why it does not fit, or nothing
 */
record SizedNetwork(
    Network network, Shape input, Optional<NetworkAnalysis> analysis, String fault) {

  static SizedNetwork of(Network network, Shape input) {
    try {
      return new SizedNetwork(network, input, Optional.of(NetworkAnalysis.of(network, input)), "");
    } catch (IllegalArgumentException e) {
      return new SizedNetwork(network, input, Optional.empty(), String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      return new SizedNetwork(
          network, input, Optional.empty(), "a layer has no channels, or more elements than fit");
    }
  }

  /** The same network at squares of another side. */
  SizedNetwork at(int side) {
    return of(network, new Shape(input.channels(), side, side));
  }

  /** Whether every layer has something to compute. */
  boolean fits() {
    return analysis.isPresent();
  }

  /** What the global pooling sees, if there is one and the network fits. */
  Optional<Shape> lastFeatureMap() {
    return analysis.flatMap(
        shapes ->
            network.layers().stream()
                .filter(layer -> layer.operation() instanceof Operation.GlobalAveragePooling)
                .map(shapes::inputShape)
                .findFirst());
  }

  /** A layer that slides over a feature map of one pixel, if there is one and the network fits. */
  Optional<Layer> convolutionOfOnePixel() {
    return analysis.flatMap(
        shapes ->
            network.layers().stream()
                .filter(layer -> isSpatial(layer.operation()))
                .filter(layer -> isOnePixel(shapes.inputShape(layer)))
                .findFirst());
  }

  private static boolean isSpatial(Operation operation) {
    return operation instanceof Operation.Convolution convolution && convolution.kernel() > 1;
  }

  static boolean isOnePixel(Shape shape) {
    return shape.height() == 1 && shape.width() == 1;
  }
}
