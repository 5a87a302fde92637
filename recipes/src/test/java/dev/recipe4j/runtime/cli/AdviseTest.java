package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.cli.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advise} on a run whose accuracies are written over. */
class AdviseTest {
  @TempDir static Path folder;
  private static Path run = Path.of("");

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    Outcome outcome = Terminal.run("train", "test-three-epochs", "--quiet", "--out", run);
    assertEquals(0, outcome.exitCode(), outcome.err());
  }

  private static void accuracies(String trained, String clean, String test) throws IOException {
    Path file = run.resolve("history.csv");
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.get(0).split(",", -1));
    String[] last = lines.get(lines.size() - 1).split(",", -1);
    last[names.indexOf("train_top1")] = trained;
    last[names.indexOf("clean_train_top1")] = clean;
    last[names.indexOf("test_top1")] = test;
    lines.set(lines.size() - 1, String.join(",", last));
    Files.write(file, lines);
  }

  @Test
  void anOverfittedRunGetsARecipeThatIsHarderToLearn() throws IOException {
    accuracies("0.99", "0.99", "0.8");
    Path java = folder.resolve("TestThreeEpochsAdvised.java");
    Outcome outcome = Terminal.run("advise", run, "--java", java);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertContains(outcome.out(), "test-three-epochs: overfitted, judged by epoch 3 of 3\n");
    assertContains(outcome.out(), "as trained 99.0 %, test images 80.0 %");
    String source = Files.readString(java);
    assertContains(outcome.out(), source);
    assertContains(source, "public interface TestThreeEpochsAdvised extends TestThreeEpochs {}");
    assertContains(source, "@L2Decay(0.001)");
    assertRefused(2, "exists: name another file", "advise", run, "--java", java);
  }

  @Test
  void anUnderfittedRunGetsOneThatIsEasier() throws IOException {
    accuracies("0.5", "0.8", "0.79");
    String out = Terminal.run("advise", run).out();
    assertContains(out, "test-three-epochs: underfitted");
    assertContains(out, "@Recipe(epochs = 5)");
  }

  @Test
  void aBalancedRunIsLeftAlone() throws IOException {
    accuracies("0.8", "0.81", "0.8");
    String out = Terminal.run("advise", run).out();
    assertContains(out, "test-three-epochs: balanced");
    assertEquals(2, out.lines().count(), out);
  }

  @Test
  void whatIsNoRunIsRefused() {
    assertRefused(1, "not a run directory", "advise", folder.resolve("nothing"));
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), text);
  }
}
