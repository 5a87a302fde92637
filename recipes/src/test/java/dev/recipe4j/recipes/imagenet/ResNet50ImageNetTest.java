package dev.recipe4j.recipes.imagenet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ImageNet network is built at its full size and makes one step. */
class ResNet50ImageNetTest {
  private static final int BATCH = 2;

  @Test
  void startsNearTheLossOfChanceAndEveryTensorLearns() {
    RecipeSpec recipe = ResNet50ImageNetPipeline.RECIPE;
    Shape input = recipe.inputShape();
    try (Engine engine = new ReferenceEngine(recipe.network(), input, 1)) {
      InitialParameters.fill(engine.parameters(), engine.layout(), recipe.recipe().seed());
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      FloatBuffer logits = FloatBuffers.direct(BATCH * (long) engine.classes());
      double loss = engine.gradient(images(input), gradient, logits);

      // Logits of a fresh network have some variance, which adds about half of it to ln K.
      assertEquals(Math.log(ResNet50ImageNetPipeline.CLASSES), loss, 1.5);
      for (Entry entry : engine.layout().entries()) {
        if (entry.tensor().kind().isTrained()) {
          assertTrue(norm(gradient, entry) > 0, entry.layer().name() + " " + entry.tensor().kind());
        }
      }
    }
  }

  private static Minibatch images(Shape input) {
    Random random = new Random(1);
    FloatBuffer pixels = FloatBuffers.direct(BATCH * input.size());
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, (float) random.nextGaussian());
    }
    return new Minibatch(BATCH, input, pixels, new int[] {7, 993});
  }

  private static double norm(FloatBuffer values, Entry entry) {
    double sum = 0;
    for (long i = entry.offset(); i < entry.end(); i++) {
      sum += Math.pow(values.get((int) i), 2);
    }
    return Math.sqrt(sum);
  }
}
