package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the time of the epochs went, in an undisturbed and in a resumed run. */
class StopwatchTest {
  private static final RecipeSpec RECIPE = Recipes.spots();

  @TempDir Path directory;

  private static TrainingLoop loop(TrainingListener... listeners) {
    Pipeline pipeline = Recipes.pipeline(RECIPE);
    TrainingTask task =
        new TrainingTask(
            RECIPE,
            pipeline.trainChain(),
            pipeline.evaluationChain(),
            new Blobs(96, 30),
            List.of());
    return new TrainingLoop(task, ReferenceEngine::new, 1, List.of(listeners));
  }

  @Test
  void thePartsAreTheEpoch() {
    long begin = System.nanoTime();
    RunDirectory run = loop().run(directory.resolve("run"));
    double all = (System.nanoTime() - begin) / 1e9;
    List<EpochTimes> times = run.times();
    List<EpochResult> history = run.history();
    assertEquals(3, times.size());
    for (int i = 0; i < times.size(); i++) {
      EpochTimes row = times.get(i);
      assertEquals(i + 1, row.epoch());
      // Those of the history end before the checkpoint; both are rounded to a millisecond.
      assertEquals(history.get(i).seconds(), row.seconds() - row.storing(), 0.01);
      assertTrue(row.computing() > 0 && row.waiting() >= 0, row.toString());
      assertTrue(row.evaluation() > 0 && row.storing() > 0, row.toString());
    }
    assertTrue(times.stream().mapToDouble(EpochTimes::seconds).sum() < all, times + " of " + all);
  }

  @Test
  void aResumedRunGoesOnWithTheTable() {
    Path path = directory.resolve("run");
    TrainingListener powerCut =
        new TrainingListener() {
          @Override
          public void updated(int epoch, long update, double rate, double loss, double speed) {
            if (epoch == 2) {
              throw new IllegalStateException("power cut");
            }
          }
        };
    assertThrows(IllegalStateException.class, () -> loop(powerCut).run(path));
    List<EpochTimes> before = new RunDirectory(path).times();
    assertEquals(1, before.size());
    assertEquals(
        new RunOutcome(RunOutcome.Kind.FAILED, "failed after 1 of 3 epochs: power cut"),
        RunOutcome.of(new RunDirectory(path)));
    RunDirectory run = loop().resume(path, false);
    assertEquals(List.of(1, 2, 3), run.times().stream().map(EpochTimes::epoch).toList());
    assertEquals(before.get(0), run.times().get(0));
    assertEquals(
        new RunOutcome(RunOutcome.Kind.FINISHED, "finished 3 of 3 epochs"), RunOutcome.of(run));
  }

  @Test
  void aDamagedTableIsRefused() throws IOException {
    Path file = directory.resolve(Stopwatch.FILE);
    assertEquals(List.of(), Stopwatch.read(file));
    Files.writeString(file, "epoch,computing,waiting,evaluation,storing\n1,2,x,4,5\n");
    assertEquals(
        file + ", line 2: not a row of times",
        assertThrows(RunException.class, () -> Stopwatch.read(file)).getMessage());
    Files.writeString(file, "epoch\n");
    assertThrows(RunException.class, () -> Stopwatch.read(file));
  }

  /** A message of more than one line does not hide that it is a failure; a stop is none. */
  @Test
  void theLogTellsAFailureFromAStop() throws IOException {
    Path path = directory.resolve("run");
    TrainingListener stop =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochResult row) {
            throw new IllegalStateException("first line\nsecond line");
          }
        };
    assertThrows(IllegalStateException.class, () -> loop(stop).run(path));
    RunDirectory run = new RunDirectory(path);
    assertEquals("failed after 1 of 3 epochs: first line", RunOutcome.of(run).reason());
    Path log = run.log();
    String text = Files.readString(log);
    Files.writeString(log, text.substring(0, text.indexOf("stopped: ") - 20));
    assertEquals(RunOutcome.Kind.UNFINISHED, RunOutcome.of(run).kind());
  }
}
