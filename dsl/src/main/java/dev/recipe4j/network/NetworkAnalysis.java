package dev.recipe4j.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Shapes, parameters, multiply-adds and activation memory of a network at one input size.
 *
 * @param shapes output shape of the input and of every layer, by name
 * @param parameters trained parameters
 * @param buffers running statistics of batch normalisation
 * @param multiplyAdds of convolutions and dense layers for one example, forward
 * @param activations elements of all layer outputs for one example
 */
public record NetworkAnalysis(
    Map<String, Shape> shapes, long parameters, long buffers, long multiplyAdds, long activations) {

  /**
   * Analyses a network.
   *
   * @throws IllegalArgumentException naming the layer that its input does not fit
   */
  public static NetworkAnalysis of(Network network, Shape input) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(Network.INPUT, input);
    long parameters = 0;
    long buffers = 0;
    long multiplyAdds = 0;
    long activations = 0;
    for (Layer layer : network.layers()) {
      List<Shape> inputs = inputs(layer, shapes);
      Shape output = output(network, layer, inputs);
      shapes.put(layer.name(), output);
      for (Tensor tensor : layer.operation().tensors(inputs.get(0))) {
        if (tensor.kind().isTrained()) {
          parameters += tensor.size();
        } else {
          buffers += tensor.size();
        }
      }
      multiplyAdds += layer.operation().multiplyAdds(inputs.get(0), output);
      activations += output.size();
    }
    return new NetworkAnalysis(Map.copyOf(shapes), parameters, buffers, multiplyAdds, activations);
  }

  /** Output shape of a layer, or of the input. */
  public Shape shape(String layer) {
    return Objects.requireNonNull(shapes.get(layer), layer);
  }

  /** Shape of what a layer reads first. */
  public Shape inputShape(Layer layer) {
    return shape(layer.inputs().get(0));
  }

  private static List<Shape> inputs(Layer layer, Map<String, Shape> shapes) {
    List<Shape> inputs = new ArrayList<>();
    for (String input : layer.inputs()) {
      inputs.add(Objects.requireNonNull(shapes.get(input), input));
    }
    return inputs;
  }

  private static Shape output(Network network, Layer layer, List<Shape> inputs) {
    try {
      return layer.operation().output(inputs);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, layer %s: %s".formatted(network.name(), layer.name(), e.getMessage()), e);
    }
  }
}
