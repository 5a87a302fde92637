package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.runtime.cli.Terminal.Outcome;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --set}: values of a recipe set for one run. */
class SetTest {
  private static final String QUICK = "test-three-epochs";

  @TempDir Path folder;

  @Test
  void checkAsksTheRulesAboutTheValuesThatAreSet() {
    Outcome outcome = Terminal.run("check", "resnet50-imagenet", "--set", "epochs=60");
    assertEquals(3, outcome.exitCode(), outcome.out());
    assertTrue(
        outcome.out().contains("error: [BOUNDARY_UNREACHED] boundaries 60 and 90"), outcome.out());
    assertEquals("", outcome.err());

    Outcome sound =
        Terminal.run("check", "resnet50-imagenet", "--set", "batch=128", "--set", "l2=3e-5");
    assertEquals(0, sound.exitCode(), sound.out());
  }

  @Test
  void wrongKeysAndValuesAreWrongUse() {
    assertRefused(2, "did you mean batch, ", "check", QUICK, "--set", "batsh=3");
    assertRefused(2, "momentum is 2, but must be at least 0 and below 1", set("momentum=2"));
    assertRefused(2, "batch is 'x', but must be a whole number", set("batch=x"));
    assertRefused(2, "'epochs' sets nothing: write key=value", set("epochs"));
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void trainRefusesErrors() {
    Outcome outcome = Terminal.run(set("linearWarmup.epochs=3"));
    assertEquals(3, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("[WARMUP_TOO_LONG]"), outcome.err());
    assertTrue(outcome.err().contains("(set for this run)"), outcome.err());
    assertTrue(
        outcome.err().endsWith("recipe4j: test-three-epochs is not trained with these values\n"),
        outcome.err());
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void theRunUsesAndRecordsThem() throws IOException {
    Path run = folder.resolve("run");
    Outcome outcome =
        Terminal.run(
            "train",
            QUICK,
            "--out",
            run,
            "--set",
            "epochs=1",
            "--set",
            "batch.value=128",
            "--set",
            "linearWarmup.epochs=0.1",
            "--set",
            "normalize.mean=0.5");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(
        outcome
            .out()
            .contains(
                "note: set for this run: epochs=1, batch.value=128, linearWarmup.epochs=0.1,"
                    + " normalize.mean=0.5"),
        outcome.out());
    RunDocument document = new RunDirectory(run).document();
    assertEquals(1, document.recipe().recipe().epochs());
    assertEquals(128, document.recipe().batch().value());
    assertEquals(List.of(0.5), document.recipe().normalize().mean());
    assertEquals(
        List.of(
            new Setting("epochs", "1"),
            new Setting("batch.value", "128"),
            new Setting("linearWarmup.epochs", "0.1"),
            new Setting("normalize.mean", "0.5")),
        document.settings());
    List<String> history = Files.readAllLines(run.resolve("history.csv"));
    assertEquals(2, history.size());
    assertTrue(Files.readString(run.resolve("recipe.json")).contains("\"batch.value\" : \"128\""));
  }

  private Object[] set(String setting) {
    return new Object[] {"train", QUICK, "--out", folder.resolve("run"), "--set", setting};
  }
}
