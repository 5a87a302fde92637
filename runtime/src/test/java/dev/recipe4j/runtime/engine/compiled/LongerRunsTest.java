package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.optim.Update;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Fifty steps with momentum and weight decay at a learning rate of 1e-3: the losses agree. */
class LongerRunsTest {
  private static final int STEPS = 50;
  private static final int BATCH = 8;
  private static final double LEARNING_RATE = 1e-3;

  @Test
  void leNet() {
    check(LeNetDescription.of(SmallNetworks.CLASSES), new Shape(1, 20, 20), 1e-5);
  }

  /** ReLUs that rounding switches add up. A minute more: run by the profile {@code slow}. */
  @Test
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void resNet18() {
    check(SmallNetworks.resNet18(), new Shape(3, 16, 16), 2e-3);
  }

  private static void check(Network network, Shape input, double tolerance) {
    double[] expected;
    try (Engine engine = new ReferenceEngine(network, input, 1)) {
      expected = losses(engine);
    }
    assertTrue(expected[STEPS - 1] < expected[0], "it learns");
    for (ConvolutionAlgorithm algorithm : ConvolutionAlgorithm.values()) {
      try (Engine engine = new CompiledEngine(network, input, 1, algorithm)) {
        double[] losses = losses(engine);
        for (int step = 0; step < STEPS; step++) {
          assertEquals(expected[step], losses[step], tolerance, algorithm + " step " + step);
        }
      }
    }
  }

  private static double[] losses(Engine engine) {
    engine.parameters().put(0, SmallNetworks.parameters(engine.network(), engine.input()));
    Update update =
        Update.of(RecipeSpec.of(new Momentum(0.9), new L2Decay(1e-4, true)), engine.layout());
    FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
    FloatBuffer logits = FloatBuffers.direct((long) BATCH * engine.classes());
    double[] losses = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      // Four batches in turn: they can be learnt.
      Minibatch batch = EnginePasses.batch(step % 4, BATCH, engine.input(), SmallNetworks.CLASSES);
      engine.beginUpdate(1, step);
      losses[step] = engine.gradient(batch, gradient, logits);
      update.apply(engine.parameters(), gradient, LEARNING_RATE, step);
    }
    return losses;
  }
}
