package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.GradientClip;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The order of a step: shards are added up before the gradient is clipped. */
class TrainingStepTest {
  private static final double NORM = 0.01;
  private static final double LEARNING_RATE = 0.5;

  /** Parameters after one step on 24 images, which are before it in {@code before}. */
  private static FloatBuffer afterOneStep(FloatBuffer before, int accumulate) {
    RecipeSpec recipe =
        Recipes.spots(
            new Batch(24, 1, accumulate, false),
            new GradientClip(OptionalDouble.of(NORM), OptionalDouble.empty()),
            new L2Decay(0, true));
    try (Engine engine = new ReferenceEngine(LeNetDescription.of(3), new Shape(1, 16, 16), 1)) {
      InitialParameters.fill(engine.parameters(), engine.layout(), 1);
      before.put(0, engine.parameters(), 0, before.capacity());
      Minibatches batches =
          new Minibatches(
              new Blobs(24, 0).train(), Recipes.pipeline(recipe).trainChain(), 24, false, 1, 1);
      try (var pass = batches.inOrder()) {
        new TrainingStep(engine, recipe, LossWeights.EQUAL)
            .take(pass.next(), UnaryOperator.identity(), LEARNING_RATE, 0, new Tally(3));
      }
      FloatBuffer after = FloatBuffers.direct(before.capacity());
      after.put(0, engine.parameters(), 0, before.capacity());
      return after;
    }
  }

  /** Shards that are clipped one by one add up to a shorter step in another direction. */
  @Test
  void theMeanOfTheShardsIsClipped() {
    Shape input = new Shape(1, 16, 16);
    int size = Math.toIntExact(ParameterLayout.of(LeNetDescription.of(3), input).size());
    FloatBuffer before = FloatBuffers.direct(size);
    FloatBuffer whole = afterOneStep(before, 1);
    FloatBuffer shards = afterOneStep(before, 3);
    double squares = 0;
    for (int i = 0; i < size; i++) {
      assertEquals(whole.get(i), shards.get(i), 1e-6);
      double step = (double) before.get(i) - shards.get(i);
      squares += step * step;
    }
    assertEquals(LEARNING_RATE * NORM, Math.sqrt(squares), 1e-6);
  }
}
