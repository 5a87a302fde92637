package dev.recipe4j.spec;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;

/**
 * MobileNetV1 of any width.
 *
 * @see dev.recipe4j.MobileNetV1
 */
public record MobileNetV1(double width, NetworkStyle style) implements Model {
  /** In PaddleClas's flavour. */
  public MobileNetV1(double width) {
    this(width, NetworkStyle.PADDLE);
  }

  @Override
  public Network network(int classes) {
    return MobileNetV1Description.of(width, style, classes);
  }
}
