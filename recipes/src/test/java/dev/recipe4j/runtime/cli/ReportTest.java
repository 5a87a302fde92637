package dev.recipe4j.runtime.cli;

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

/** What the command line shows of runs: reports, comparisons, confusions. */
class ReportTest {
  private static final String QUICK = "test-three-epochs";

  @TempDir static Path folder;
  private static Path run;
  private static Path other;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    other = folder.resolve("other");
    assertEquals(0, Terminal.run("train", QUICK, "--out", run).exitCode());
    Outcome set = Terminal.run("train", QUICK, "--out", other, "--set", "l2=3e-5");
    assertEquals(0, set.exitCode(), set.err());
  }

  @Test
  void trainingLeavesAReportWithCardFindingsAndPictures() throws IOException {
    String html = Files.readString(run.resolve("report.html"));
    assertTrue(html.contains(">EFFECTIVE_BATCH<"), "the findings are there");
    assertTrue(html.contains("<h2>Network</h2>"), "the card is rendered");
    assertTrue(html.contains("Ankle boot"));
    int pictures = html.split("<img src=\"data:image/png", -1).length - 1;
    assertTrue(pictures >= 24 + 4, pictures + " pictures");
  }

  @Test
  void aReportIsWrittenAgainWithTheEmbeddedImages() throws IOException {
    Path file = folder.resolve("again.html");
    Outcome outcome = Terminal.run("report", run, "--out", file);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals("wrote %s\n".formatted(file), outcome.out());
    assertEquals(Files.readString(run.resolve("report.html")), Files.readString(file));
    Terminal.assertRefused(1, "is missing: not a run directory", "report", folder);
    Terminal.assertRefused(2, "does not exist", "report", run, "--data", folder.resolve("nowhere"));
  }

  @Test
  void runsAreComparedSideBySide() throws IOException {
    Path page = folder.resolve("both.html");
    Outcome outcome = Terminal.run("compare", run, other, "--out", page);
    assertEquals(0, outcome.exitCode(), outcome.err());
    List<String> lines = outcome.out().lines().toList();
    assertTrue(lines.get(0).matches(" +run +other"), outcome.out());
    assertTrue(outcome.out().contains("\nthe recipes differ in:\nl2Decay  5e-4  3e-5\n"));
    assertTrue(Files.readString(page).contains("chart-test-accuracy"));
    assertTrue(Terminal.run("compare", run, run).out().contains("no value of the recipes differs"));
    Terminal.assertRefused(2, "at least 2 values", "compare", run);
  }

  @Test
  void theConfusionMatrixIsWrittenAsCsv() throws IOException {
    Path data = SampleFiles.in(folder.resolve("sample"));
    Path file = folder.resolve("confusion.csv");
    Outcome outcome = Terminal.run("evaluate", run, "--data", data, "--confusion", file);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains(", mean per-class accuracy "), outcome.out());
    List<String> lines = Files.readAllLines(file);
    assertEquals(11, lines.size());
    assertTrue(lines.get(0).startsWith("true class,T-shirt/top,Trouser,"), lines.get(0));
    String[] boots = lines.get(10).split(",", -1);
    assertEquals("Ankle boot", boots[0]);
    int images = 0;
    for (int i = 1; i < boots.length; i++) {
      images += Integer.parseInt(boots[i]);
    }
    assertEquals(200, images);
  }
}
