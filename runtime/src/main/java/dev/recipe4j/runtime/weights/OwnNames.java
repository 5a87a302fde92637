package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.ParameterLayout.Entry;

/**
 * The name of the layer in our network and that of torch for the tensor: {@code stem.conv.weight}.
 */
record OwnNames() implements Naming {
  @Override
  public String publisher() {
    return "recipe4j";
  }

  @Override
  public PublishedTensor of(Entry entry) {
    return new PublishedTensor(
        entry.layer().name() + "." + Naming.torchName(entry.tensor().kind()), Arrangement.SAME);
  }
}
