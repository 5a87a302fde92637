package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.fail;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.engine.compiled.RandomNetwork.Drawn;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both engines on random networks: logits, loss, gradients and running statistics of a single step.
 * The parameters are drawn until no activation lies nearer to a bend of its function than what
 * rounding usually moves it by.
 */
class RandomNetworksTest {
  /** Share of the scale: twice the largest difference seen over 600 networks. */
  private static final double TOLERANCE = 1e-3;

  private static final double LEAST_DISTANCE = 5e-5;
  private static final int DRAWS = 200;
  private static final long LARGEST = 12_000;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  static LongStream moreSeeds() {
    return LongStream.range(60, 600);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void enginesAgree(long seed) {
    Drawn drawn = drawn(seed);
    try (ReferenceEngine reference = new ReferenceEngine(drawn.network(), drawn.input(), 1)) {
      check(drawn, reference, new Random(seed));
    }
  }

  /** Minutes more: run by the profile {@code slow}. */
  @ParameterizedTest
  @MethodSource("moreSeeds")
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void enginesAgreeOnMore(long seed) {
    enginesAgree(seed);
  }

  /** A network whose maps are few enough for a draw that keeps away from all bends. */
  private static Drawn drawn(long seed) {
    for (long next = seed << 20; ; next++) {
      Drawn drawn = RandomNetwork.of(next);
      if (RandomNetwork.activations(drawn) <= LARGEST) {
        return drawn;
      }
    }
  }

  private static void check(Drawn drawn, ReferenceEngine reference, Random random) {
    BendDistance distance = new BendDistance(drawn.network());
    reference.graph().addListeners(distance);
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] parameters = parameters(reference.layout(), random);
      Minibatch batch =
          EnginePasses.batch(random.nextLong(), drawn.batch(), drawn.input(), reference.classes());
      EnginePasses expected = EnginePasses.of(reference, parameters, batch);
      if (distance.take() > LEAST_DISTANCE) {
        for (ConvolutionAlgorithm algorithm : ConvolutionAlgorithm.values()) {
          try (Engine engine = new CompiledEngine(drawn.network(), drawn.input(), 1, algorithm)) {
            EnginePasses.of(engine, parameters, batch)
                .assertClose(
                    expected, engine, TOLERANCE, "%s batch %d".formatted(algorithm, batch.size()));
          }
        }
        return;
      }
    }
    fail("no draw keeps away from all bends");
  }

  /** Of the size that keeps activations near 1; running variances are positive. */
  private static float[] parameters(ParameterLayout layout, Random random) {
    float[] parameters = new float[Math.toIntExact(layout.size())];
    for (Entry entry : layout.entries()) {
      Kind kind = entry.tensor().kind();
      double inputs = 1;
      if (kind == Kind.WEIGHT) {
        inputs = entry.tensor().size() / (double) entry.tensor().shape().get(0);
      }
      for (int i = (int) entry.offset(); i < entry.end(); i++) {
        double normal = random.nextGaussian();
        parameters[i] =
            (float)
                switch (kind) {
                  case WEIGHT -> normal * Math.sqrt(1.5 / inputs);
                  case GAMMA -> 1 + 0.3 * normal;
                  case VARIANCE -> 0.5 + random.nextDouble();
                  case BIAS, BETA, MEAN -> 0.3 * normal;
                };
      }
    }
    return parameters;
  }
}
