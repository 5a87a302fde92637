package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed (SIGKILL) at any moment, again and again, ends with the bits of a run that
 * nobody disturbed. Three kills; fifty with {@code recipe4j.slow}. Every second kill waits for a
 * checkpoint that is being written.
 */
class KilledRunTest {
  private static final int KILLS = Boolean.getBoolean("recipe4j.slow") ? 50 : 3;

  /** Of one run, at most. */
  private static final int KILLS_OF_A_RUN = 5;

  @TempDir Path folder;

  @Test
  void endsWithTheBitsOfAnUndisturbedRun() throws IOException, InterruptedException {
    long seed = Long.getLong("recipe4j.kill.seed", System.nanoTime());
    System.out.println("moments of the kills: -Drecipe4j.kill.seed=" + seed);
    String hint = "seed " + seed;
    Random random = new Random(seed);
    TrainingProcess training = new TrainingProcess(folder.resolve("data"));
    Path expected = folder.resolve("undisturbed");
    Process undisturbed = training.start(expected);
    long begin = System.nanoTime();
    assertEquals(0, undisturbed.waitFor(), TrainingProcess.errorsOf(expected));
    long millis = (System.nanoTime() - begin) / 1_000_000;

    int kills = 0;
    int drafts = 0;
    int runs = 0;
    while (kills < KILLS) {
      Path run = folder.resolve("killed-" + ++runs);
      int most = Math.min(KILLS_OF_A_RUN, KILLS - kills);
      boolean goesOn = true;
      boolean isTrained = false;
      Process process = training.start(run);
      for (int kill = 0; kill < most && goesOn; kill++) {
        // Two such spans are, on the average, as long as a part of the run between two kills.
        Thread.sleep(random.nextLong(2 * millis / (most + 1) + 1));
        if (kill % 2 == 1) {
          awaitDraft(run, process);
        }
        process.destroyForcibly();
        goesOn = process.waitFor() != 0;
        if (goesOn) {
          kills++;
          drafts += TrainingProcess.files(run).stream().anyMatch(n -> n.endsWith(".tmp")) ? 1 : 0;
          isTrained = training.hasNothingLeft(run);
          goesOn = !isTrained;
          process = isTrained ? process : training.start(run, "--resume");
        }
      }
      // Killed after its last checkpoint, while it measured or wrote its report, it is whole.
      if (!isTrained) {
        assertEquals(0, process.waitFor(), TrainingProcess.errorsOf(run) + hint);
      }
      TrainingProcess.assertSameBits(expected, run, hint);
      assertTrue(runs <= 2 * KILLS, "runs end before they are killed; " + hint);
    }
    System.out.printf(
        "%d kills of %d runs, %d of them while a checkpoint was written; a run takes %d ms%n",
        kills, runs, drafts, millis);
  }

  /** Returns when a checkpoint is being written, or the process has ended. */
  private static void awaitDraft(Path run, Process process) throws IOException {
    Path checkpoints = run.resolve("checkpoints");
    while (process.isAlive()) {
      try (var drafts = Files.newDirectoryStream(checkpoints, "*.tmp")) {
        if (drafts.iterator().hasNext()) {
          return;
        }
      }
    }
  }
}
