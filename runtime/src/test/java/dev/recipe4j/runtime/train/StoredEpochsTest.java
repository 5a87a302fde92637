package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which epochs of a run are stored, and that a run can go on from any of them. */
class StoredEpochsTest {
  private static final ImageData DATA = new Blobs(48, 9);

  @TempDir Path directory;

  private static RecipeSpec recipe(int everyEpochs, int keep) {
    return Recipes.spots(
        new Recipe("spots", 7, 1, 1), new dev.recipe4j.spec.Checkpoint(everyEpochs, keep));
  }

  private static TrainingLoop loop(RecipeSpec recipe, TrainingListener... listeners) {
    Pipeline pipeline = Recipes.pipeline(recipe);
    TrainingTask task =
        new TrainingTask(
            recipe, pipeline.trainChain(), pipeline.evaluationChain(), DATA, List.of());
    return new TrainingLoop(task, ReferenceEngine::new, 1, List.of(listeners));
  }

  private static List<String> files(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static TrainingListener stopIn(int epoch) {
    return new TrainingListener() {
      @Override
      public void updated(int now, long update, double rate, double loss, double speed) {
        if (now == epoch) {
          throw new IllegalStateException("power cut");
        }
      }
    };
  }

  @Test
  void everyThirdAndTheLastAndTheBest() throws IOException {
    Path two = directory.resolve("two");
    loop(recipe(3, 2)).run(two);
    assertEquals(List.of("best.ckpt", "epoch-00006.ckpt", "epoch-00007.ckpt"), files(two));
    assertEquals(7, new RunDirectory(two).last().epoch());
    assertEquals(
        EpochResult.best(new RunDirectory(two).history()).epoch(),
        new RunDirectory(two).best().epoch());
    Path all = directory.resolve("all");
    loop(recipe(2, 9)).run(all);
    assertEquals(
        List.of(
            "best.ckpt",
            "epoch-00002.ckpt",
            "epoch-00004.ckpt",
            "epoch-00006.ckpt",
            "epoch-00007.ckpt"),
        files(all));
  }

  /** Wherever it stops: before the first stored epoch, after one, or after a newer best. */
  @Test
  void aStoppedRunEndsWithTheBytesOfAnUndisturbedOne() throws IOException {
    RecipeSpec recipe = recipe(3, 2);
    Path undisturbed = directory.resolve("undisturbed");
    loop(recipe).run(undisturbed);
    for (int epoch = 1; epoch <= 7; epoch++) {
      Path run = directory.resolve("stopped-in-" + epoch);
      TrainingLoop stopped = loop(recipe, stopIn(epoch));
      assertThrows(IllegalStateException.class, () -> stopped.run(run));
      loop(recipe).resume(run, false);
      assertEquals(files(undisturbed), files(run));
      for (String name : files(run)) {
        assertArrayEquals(
            Files.readAllBytes(undisturbed.resolve("checkpoints").resolve(name)),
            Files.readAllBytes(run.resolve("checkpoints").resolve(name)),
            name);
      }
      assertEquals(7, new RunDirectory(run).history().size());
    }
  }

  /**
   * The first epoch is the best so far, and all that is stored of a run that stops in the second.
   */
  @Test
  void goesOnAfterTheBestIfThatIsNewer() throws IOException {
    RecipeSpec recipe = recipe(3, 2);
    Path run = directory.resolve("run");
    TrainingLoop stopped = loop(recipe, stopIn(2));
    assertThrows(IllegalStateException.class, () -> stopped.run(run));
    assertEquals(List.of("best.ckpt"), files(run));
    loop(recipe).resume(run, false);
    String log = Files.readString(run.resolve("log.txt"));
    assertTrue(log.contains("the run goes on after epoch 1 of 7"), log);
  }
}
