package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Tensor.Kind;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves, for each graph that is built, that DL4J lays its parameters out as the network says. */
final class GraphLayoutCheck {
  private GraphLayoutCheck() {}

  /**
   * Compares every tensor.
   *
   * @throws IllegalStateException naming the first tensor that lies elsewhere
   */
  static void check(ParameterLayout layout, ComputationGraph graph) {
    require("parameters", layout.size(), graph.numParams());
    for (ParameterLayout.Entry entry : layout.entries()) {
      String layer = entry.layer().name();
      String name = layer + "." + entry.tensor().kind();
      INDArray array =
          Objects.requireNonNull(
              graph.getLayer(layer).paramTable().get(key(entry.tensor().kind())), name);
      require("offset of " + name, entry.offset(), array.offset());
      require("size of " + name, entry.tensor().size(), array.length());
    }
  }

  private static void require(String what, long expected, long actual) {
    if (expected != actual) {
      throw new IllegalStateException(
          "%s: %d in the network, %d in the DL4J graph".formatted(what, expected, actual));
    }
  }

  /** Names that DL4J's parameter initialisers give. */
  private static String key(Kind kind) {
    return switch (kind) {
      case WEIGHT -> "W";
      case BIAS -> "b";
      case GAMMA -> "gamma";
      case BETA -> "beta";
      case MEAN -> "mean";
      case VARIANCE -> "var";
    };
  }
}
