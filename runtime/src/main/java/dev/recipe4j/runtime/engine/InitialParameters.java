package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Initialization;
import dev.recipe4j.network.ParameterLayout;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Values before training: a function of the seed and the tensor's number alone, the same for every
 * engine.
 */
public final class InitialParameters {
  /** Spreads neighbouring tensor numbers over all seeds: 2^64 divided by the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private InitialParameters() {}

  /** Fills the vector. */
  public static void fill(FloatBuffer parameters, ParameterLayout layout, long seed) {
    for (int i = 0; i < layout.entries().size(); i++) {
      ParameterLayout.Entry entry = layout.entries().get(i);
      SplittableRandom random = new SplittableRandom(seed + (i + 1) * SPREAD);
      int end = Math.toIntExact(entry.end());
      for (int at = Math.toIntExact(entry.offset()); at < end; at++) {
        parameters.put(at, (float) value(entry.tensor().initialization(), random));
      }
    }
  }

  private static double value(Initialization start, SplittableRandom random) {
    return switch (start.distribution()) {
      case NORMAL -> start.scale() * random.nextGaussian();
      case UNIFORM -> start.scale() * (2 * random.nextDouble() - 1);
      case CONSTANT -> start.scale();
    };
  }
}
