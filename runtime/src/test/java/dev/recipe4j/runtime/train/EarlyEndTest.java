package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.EarlyStopping;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run ends when its accuracy does not improve any more, and says so. */
class EarlyEndTest {
  private static final ImageData DATA = new Blobs(48, 9);

  @TempDir Path directory;

  private static RecipeSpec recipe(int epochs, int patience) {
    return Recipes.spots(
        new Recipe("spots", epochs, 1, 1), new EarlyStopping(patience), new ConstantRate());
  }

  /** A history with these accuracies; negative is not measured. */
  private static List<EpochResult> history(double... accuracies) {
    List<EpochResult> rows = new ArrayList<>();
    for (double accuracy : accuracies) {
      OptionalDouble top1 = accuracy < 0 ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
      OptionalDouble none = OptionalDouble.empty();
      rows.add(
          new EpochResult(
              rows.size() + 1,
              1,
              0.1,
              1,
              none,
              none,
              none,
              top1,
              Collections.emptySortedMap(),
              1,
              1));
    }
    return rows;
  }

  private static boolean ends(int patience, double... accuracies) {
    return EarlyEnd.reason(recipe(20, patience), history(accuracies)).isPresent();
  }

  @Test
  void countsEpochsSinceTheBest() {
    assertEquals(false, ends(2, 0.5, 0.4));
    assertEquals(true, ends(2, 0.5, 0.4, 0.5));
    assertEquals(false, ends(2, 0.5, 0.4, 0.6, 0.5));
    assertEquals(true, ends(1, 0.5, 0.5));
  }

  @Test
  void onlyAnEvaluatedEpochEndsIt() {
    assertEquals(false, ends(1, -1, -1, -1));
    assertEquals(false, ends(2, -1, 0.5, -1, -1, -1));
    assertEquals(true, ends(2, -1, 0.5, -1, -1, -1, 0.5));
  }

  @Test
  void theLastEpochEndsByItself() {
    assertEquals(Optional.empty(), EarlyEnd.reason(recipe(3, 2), history(0.5, 0.4, 0.4)));
    assertEquals(
        Optional.empty(), EarlyEnd.reason(Recipes.spots(), history(0.5, 0.4, 0.4, 0.4, 0.4, 0.4)));
  }

  private static TrainingLoop loop(RecipeSpec recipe, TrainingListener... listeners) {
    Pipeline pipeline = Recipes.pipeline(recipe);
    TrainingTask task =
        new TrainingTask(
            recipe, pipeline.trainChain(), pipeline.evaluationChain(), DATA, List.of());
    return new TrainingLoop(task, ReferenceEngine::new, 1, List.of(listeners));
  }

  @Test
  void aRunEndsAndSaysSoAndCanBeExtended() throws IOException {
    List<String> notes = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    Path run = directory.resolve("run");
    loop(recipe(200, 2), listener).run(run);
    List<EpochResult> history = new RunDirectory(run).history();
    int last = history.size();
    int best = EpochResult.best(history).epoch();
    assertTrue(last < 200, "no early end");
    assertEquals(last - 2, best);
    assertEquals(last, new RunDirectory(run).last().epoch());
    String said =
        "ended early, after epoch %d of 200: the test accuracy is no better than after epoch %d, 2 epochs before"
            .formatted(last, best);
    assertEquals(said, notes.get(notes.size() - 1));
    assertTrue(Files.readString(run.resolve("log.txt")).contains("note: " + said));

    TrainingLoop again = loop(recipe(200, 2));
    RunException e = assertThrows(RunException.class, () -> again.resume(run, false));
    assertEquals(
        "%s has %s: raise the patience of @EarlyStopping and say --extend to go on"
            .formatted(run, said),
        e.getMessage());
    loop(recipe(last + 1, 100)).resume(run, true);
    assertEquals(last + 1, new RunDirectory(run).history().size());
  }

  @Test
  void aStoppedRunEndsWhereAnUndisturbedOneDoes() throws IOException {
    RecipeSpec recipe = recipe(200, 2);
    Path undisturbed = directory.resolve("undisturbed");
    loop(recipe).run(undisturbed);
    int last = new RunDirectory(undisturbed).history().size();
    Path run = directory.resolve("run");
    TrainingListener powerCut =
        new TrainingListener() {
          @Override
          public void updated(
              int epoch, long update, double rate, double loss, double imagesPerSecond) {
            if (epoch == last) {
              throw new IllegalStateException("power cut");
            }
          }
        };
    TrainingLoop disturbed = loop(recipe, powerCut);
    assertThrows(IllegalStateException.class, () -> disturbed.run(run));
    loop(recipe).resume(run, false);
    assertEquals(last, new RunDirectory(run).history().size());
    assertEquals(
        new RunDirectory(undisturbed).last().parameters(),
        new RunDirectory(run).last().parameters());
  }
}
