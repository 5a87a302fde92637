package dev.recipe4j.spec;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.MobileNetV2Description;
import dev.recipe4j.network.Network;

/**
 * MobileNetV2 of any width.
 *
 * @see dev.recipe4j.MobileNetV2
 */
public record MobileNetV2(double width, NetworkStyle style) implements Model {
  @Override
  public Network network(int classes) {
    return MobileNetV2Description.of(width, style, classes);
  }
}
