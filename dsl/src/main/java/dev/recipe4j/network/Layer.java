package dev.recipe4j.network;

import java.util.List;

/**
 * One layer of a network.
 *
 * @param name unique in its network
 * @param operation what it computes
 * @param inputs names of the layers it reads, or {@link Network#INPUT}
 */
public record Layer(String name, Operation operation, List<String> inputs) {
  public Layer {
    inputs = List.copyOf(inputs);
  }

  /** The stage it belongs to: what stands before the first dot in its name. */
  public String stage() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
