package dev.recipe4j.recipes.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.recipes.fashionmnist.FashionMnistSample;
import dev.recipe4j.runtime.Classifier;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of a user's own is checked, counted, dropped out, trained and loaded as ours are. */
class OwnNetworkTest {
  @TempDir Path folder;

  @Test
  void hasTheParametersOfItsLayers() {
    RecipeSpec recipe = new TestOwnNetworkPipeline().recipe();
    NetworkAnalysis analysis = NetworkAnalysis.of(recipe.network(), recipe.inputShape());
    int stem = 8 * 9 + 2 * 8;
    int block = 8 * 8 * 9 + 2 * 8;
    int squeezeAndExcitation = 8 * 2 + 2 + 2 * 8 + 8;
    int head = 8 * 10 + 10;
    assertEquals(stem + block + squeezeAndExcitation + head, analysis.parameters());
  }

  @Test
  void hasTheDropoutOfTheRecipeBeforeItsClassifier() {
    Layer head = new TestOwnNetworkPipeline().recipe().network().output();
    Layer before =
        new TestOwnNetworkPipeline()
            .recipe().network().layers().stream()
                .filter(layer -> head.inputs().contains(layer.name()))
                .findFirst()
                .orElseThrow();
    assertEquals(new Operation.Dropout(0.1), before.operation());
  }

  @Test
  void trainsAndIsLoaded() {
    TrainingRun run =
        TestOwnNetworkPipeline.on(new FashionMnistSample().open())
            .out(folder.resolve("run"))
            .train();
    double first = run.history().get(0).trainLoss();
    assertTrue(run.last().trainLoss() < first, run.history().toString());
    // Ten classes are guessed to a tenth.
    assertTrue(run.last().testTop1().getAsDouble() > 0.4, run.history().toString());
    try (Classifier classifier = Classifier.load(run)) {
      assertEquals(10, classifier.classNames().size());
    }
    RunException e =
        assertThrows(
            RunException.class,
            () ->
                TestOwnNetworkPipeline.on(new FashionMnistSample().open())
                    .resume(folder.resolve("run"))
                    .train());
    // Nothing has changed: the stored recipe is the compiled one.
    assertEquals(
        folder.resolve("run")
            + " has finished 3 of 3 epochs: raise the epochs and say --extend to go on",
        e.getMessage());
  }
}
