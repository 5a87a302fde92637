package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.FrozenPrefixEngine;
import dev.recipe4j.spec.Pretrained;
import java.util.List;

/** The engine that trains a recipe. */
final class TrainingEngine {
  private TrainingEngine() {}

  /**
   * An engine with the recipe's frozen stages, whose parameters are not filled yet.
   *
   * @param network that of the recipe, or one that differs from it in layers without parameters
   * @param input shape of one training example
   * @param threads of the training as a whole
   * @throws RunException if the network cannot be trained
   */
  static Engine open(
      TrainingTask task, Network network, Shape input, EngineFactory engines, int threads) {
    List<String> frozen = task.recipe().pretrained().map(Pretrained::freeze).orElse(List.of());
    int engineThreads = EngineThreads.of(threads, network, input);
    try {
      return frozen.isEmpty()
          ? engines.open(network, input, engineThreads)
          : FrozenPrefixEngine.open(engines, network, frozen, input, engineThreads);
    } catch (IllegalArgumentException e) {
      throw new RunException("the network cannot be trained: " + e.getMessage(), e);
    }
  }
}
