package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Shape;

/**
 * How many of a training's threads compute. Native threads wait for each other by spinning, so each
 * needs a processor of its own; decoding and augmentation need one too, unless they are a small
 * part of the work.
 */
final class EngineThreads {
  /**
   * Multiply-adds of an example, forward, beyond which preparing it is less than a fifth of the
   * work: three passes at 50 GFLOP/s take 20 ms, decoding and augmenting a photograph about 4.
   */
  private static final long HEAVY = 170_000_000;

  private EngineThreads() {}

  /** Depends on nothing else, so that a run that is resumed computes with as many. */
  static int of(int threads, Network network, Shape input) {
    boolean isHeavy = NetworkAnalysis.of(network, input).multiplyAdds() >= HEAVY;
    return isHeavy ? threads : Math.max(1, threads - 1);
  }
}
