package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;

/** Makes an engine for a network; {@code ReferenceEngine::new} is one. */
@FunctionalInterface
public interface EngineFactory {
  /**
   * An engine with parameters of undefined value.
   *
   * @param network the network
   * @param input shape of one training example
   * @param threads native threads that it may use, at least 1
   * @throws IllegalArgumentException if the network does not take the input or has a layer that the
   *     engine cannot compute
   */
  Engine open(Network network, Shape input, int threads);
}
