package dev.recipe4j.runtime;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineException;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.runtime.engine.compiled.Profile;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses the engine. */
public final class Engines {
  private Engines() {}

  /** The compiled engine where it can be had, else the reference; nothing is said about it. */
  public static EngineFactory automatic() {
    return of(EngineKind.AUTO, ConvolutionAlgorithm.AUTO, note -> {});
  }

  /**
   * Engines of a kind.
   *
   * @param algorithm of the compiled engine
   * @param note told why another engine than the compiled one is taken
   * @return a factory that throws EngineException if the kind is COMPILED and cannot be had
   */
  public static EngineFactory of(
      EngineKind kind, ConvolutionAlgorithm algorithm, Consumer<String> note) {
    return switch (kind) {
      case REFERENCE -> ReferenceEngine::new;
      case COMPILED -> (network, input, threads) -> compiled(network, input, threads, algorithm);
      case AUTO -> (network, input, threads) -> automatic(network, input, threads, algorithm, note);
    };
  }

  /**
   * The compiled engine, which times every instruction.
   *
   * @param profiler told when the engine is closed
   * @return a factory that throws EngineException if the compiled engine cannot be had
   */
  public static EngineFactory profiled(ConvolutionAlgorithm algorithm, Consumer<Profile> profiler) {
    return (network, input, threads) ->
        compiled(network, input, threads, algorithm).profiled(profiler);
  }

  private static CompiledEngine compiled(
      Network network, Shape input, int threads, ConvolutionAlgorithm algorithm) {
    CompiledEngine.obstacle(network)
        .ifPresent(
            obstacle -> {
              throw new EngineException(
                  "the compiled engine cannot be used: %s; train with --engine reference"
                      .formatted(obstacle));
            });
    return new CompiledEngine(network, input, threads, algorithm);
  }

  private static Engine automatic(
      Network network,
      Shape input,
      int threads,
      ConvolutionAlgorithm algorithm,
      Consumer<String> note) {
    Optional<String> obstacle = CompiledEngine.obstacle(network);
    if (obstacle.isEmpty()) {
      return new CompiledEngine(network, input, threads, algorithm);
    }
    note.accept(
        "the compiled engine cannot be used (%s): the reference engine takes its place, many times slower"
            .formatted(obstacle.get()));
    return new ReferenceEngine(network, input, threads);
  }
}
