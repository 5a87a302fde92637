package dev.recipe4j.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Where every tensor of a network lies in its flat parameter vector: layers in order of
 * computation, the tensors of a layer in their own order, without gaps.
 *
 * @param entries tensors in order
 * @param size elements of the vector
 */
public record ParameterLayout(List<Entry> entries, long size) {
  /**
   * One tensor in the vector.
   *
   * @param layer the layer it belongs to
   * @param tensor its role, shape and initialisation
   * @param offset index of its first element
   */
  public record Entry(Layer layer, Tensor tensor, long offset) {
    /** Index after its last element. */
    public long end() {
      return offset + tensor.size();
    }
  }

  public ParameterLayout {
    entries = List.copyOf(entries);
  }

  /** The layout of a network at one input size. */
  public static ParameterLayout of(Network network, Shape input) {
    NetworkAnalysis analysis = NetworkAnalysis.of(network, input);
    List<Entry> entries = new ArrayList<>();
    long offset = 0;
    for (Layer layer : network.layers()) {
      for (Tensor tensor : layer.operation().tensors(analysis.inputShape(layer))) {
        entries.add(new Entry(layer, tensor, offset));
        offset += tensor.size();
      }
    }
    return new ParameterLayout(entries, offset);
  }
}
