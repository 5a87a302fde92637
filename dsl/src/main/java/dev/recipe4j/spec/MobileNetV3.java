package dev.recipe4j.spec;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;

/**
 * MobileNetV3 of any width.
 *
 * @see dev.recipe4j.MobileNetV3
 */
public record MobileNetV3(Size size, double width, NetworkStyle style) implements Model {
  @Override
  public Network network(int classes) {
    return new MobileNetV3Description(size, width, style).network(classes);
  }
}
