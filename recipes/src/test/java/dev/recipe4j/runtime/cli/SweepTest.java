package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.cli.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final String RECIPE = "test-three-epochs";

  @TempDir Path folder;

  @Test
  void everyPointIsTrainedOnceAndRanked() throws IOException {
    Object[] sweep = {
      "sweep",
      RECIPE,
      "--set",
      "learningRate.reference=1e-5,0.05",
      "--set",
      "epochs=1,0",
      "--quiet",
      "--set",
      "linearWarmup.epochs=0.1",
      "--out",
      folder
    };
    Outcome outcome = Terminal.run(sweep);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(
        outcome.err().contains("epochs=0 linearWarmup.epochs=0.1 is left out:"), outcome.err());
    List<String> table = Files.readAllLines(folder.resolve("sweep.csv"));
    assertEquals(3, table.size(), table.toString());
    assertTrue(table.get(1).startsWith("\"learningRate.reference=0.05 epochs=1"), table.toString());
    Path run = folder.resolve("learningRate.reference=0.05_epochs=1_linearWarmup.epochs=0.1");
    FileTime trained = Files.getLastModifiedTime(run.resolve("history.csv"));
    assertEquals(0, Terminal.run(sweep).exitCode());
    assertEquals(trained, Files.getLastModifiedTime(run.resolve("history.csv")));
    assertEquals(table, Files.readAllLines(folder.resolve("sweep.csv")));
  }

  @Test
  void checkingTrainsNothing() throws IOException {
    Outcome outcome =
        Terminal.run(
            "sweep", RECIPE, "--set", "batch=64,9999999", "--check", "--out", folder.resolve("no"));
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("sound: batch=64\n"), outcome.out());
    assertFalse(Files.exists(folder.resolve("no")));
  }

  @Test
  void wrongUse() {
    assertRefused(2, "has no 'bach' to set", "sweep", RECIPE, "--set", "bach=1,2", "--out", folder);
    assertRefused(2, "has 1 twice", "sweep", RECIPE, "--set", "epochs=1,1", "--out", folder);
    assertRefused(
        2,
        "--threads must be 1",
        "sweep",
        RECIPE,
        "--set",
        "epochs=1",
        "--threads",
        0,
        "--out",
        folder);
  }

  @Test
  void valuesThatAreAllForbiddenAreFindings() {
    Outcome outcome =
        Terminal.run("sweep", RECIPE, "--set", "linearWarmup.epochs=3,4", "--out", folder);
    assertEquals(3, outcome.exitCode(), outcome.out());
    assertTrue(outcome.err().contains("[WARMUP_TOO_LONG]"), outcome.err());
    assertTrue(outcome.err().contains("the rules allow none of these values"), outcome.err());
  }

  @Test
  void aRunThatFailsDoesNotEndTheSweep() throws IOException {
    Files.writeString(folder.resolve("epochs=1_linearWarmup.epochs=0.1"), "in the way");
    Outcome outcome =
        Terminal.run(
            "sweep",
            RECIPE,
            "--set",
            "epochs=1",
            "--set",
            "linearWarmup.epochs=0.1,0.2",
            "--quiet",
            "--out",
            folder);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("failed"), outcome.out());
    assertTrue(outcome.err().contains("epochs=1 linearWarmup.epochs=0.1 failed: "), outcome.err());
  }
}
