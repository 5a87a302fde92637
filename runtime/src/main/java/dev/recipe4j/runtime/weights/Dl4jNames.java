package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor.Kind;

/** The name of the vertex, which is that of our layer, and of DL4J for the parameter. */
record Dl4jNames() implements Naming {
  @Override
  public String publisher() {
    return "DL4J";
  }

  @Override
  public PublishedTensor of(Entry entry) {
    return new PublishedTensor(
        name(entry.layer().name(), entry.tensor().kind()),
        Naming.isDepthwiseWeight(entry) ? Arrangement.ROWS_COLUMNS_CHANNELS : Arrangement.SAME);
  }

  static String name(String layer, Kind kind) {
    return layer
        + switch (kind) {
          case WEIGHT -> "/W";
          case BIAS -> "/b";
          case GAMMA -> "/gamma";
          case BETA -> "/beta";
          case MEAN -> "/mean";
          case VARIANCE -> "/var";
        };
  }
}
