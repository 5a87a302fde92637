package dev.recipe4j.spec;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ResNetDescription;

/**
 * A residual network.
 *
 * @see dev.recipe4j.ResNet
 */
public record ResNet(int depth, Variant variant, Stem stem, NetworkStyle style) implements Model {
  @Override
  public Network network(int classes) {
    return new ResNetDescription(depth, variant, stem, style).network(classes);
  }
}
