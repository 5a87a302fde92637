package dev.recipe4j.spec;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;

/**
 * LeNet-5 with ReLU.
 *
 * @see dev.recipe4j.LeNet
 */
public record LeNet() implements Model {
  @Override
  public Network network(int classes) {
    return LeNetDescription.of(classes);
  }
}
