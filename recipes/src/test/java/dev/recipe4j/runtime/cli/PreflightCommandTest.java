package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.cli.Terminal.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that try a recipe out before a run. */
class PreflightCommandTest {
  private static final String QUICK = "fashion-mnist-lenet";

  @TempDir Path folder;

  @Test
  void aSoundRecipeIsReady() {
    Outcome outcome = Terminal.run("preflight", QUICK);
    assertEquals(0, outcome.exitCode(), outcome.out() + outcome.err());
    assertTrue(outcome.out().contains("ok       initial loss"), outcome.out());
    assertTrue(outcome.out().contains("reach all of the 10 trained tensors"), outcome.out());
    assertTrue(outcome.out().endsWith(QUICK + ": ready to train\n"), outcome.out());
  }

  @Test
  void aFaultIsNamedWithItsRemedy() {
    Outcome outcome = Terminal.run("preflight", QUICK, "--set", "learningRate.reference=100");
    assertEquals(1, outcome.exitCode(), outcome.out());
    assertTrue(outcome.out().contains("failed   overfitting a batch"), outcome.out());
    assertTrue(outcome.out().contains("      Fix: lower the learning rate"), outcome.out());
    Terminal.assertRefused(2, "--threads must be 1 or more", "preflight", QUICK, "--threads", 0);
    assertEquals(3, Terminal.run("preflight", QUICK, "--set", "learningRate.peak=5").exitCode());
  }

  @Test
  void aLearningRateIsSuggestedAndDrawn() throws IOException {
    Path picture = folder.resolve("lr.png");
    Outcome outcome = Terminal.run("find-lr", QUICK, "--updates", 80, "--out", picture);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("    @LearningRate(reference = 0.0"), outcome.out());
    assertTrue(outcome.out().contains("referenceBatch = 64)"), outcome.out());
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertEquals(900, drawn.getWidth());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(picture), files.toList());
    }
  }

  @Test
  void whatCannotBeDrawnIsRefusedFirst() {
    Path file = folder.resolve("lr.svg");
    Terminal.assertRefused(2, "is no PNG file", "find-lr", QUICK, "--out", file);
    Terminal.assertRefused(2, "--updates must be 10 or more", "find-lr", QUICK, "--updates", 9);
    assertFalse(Files.exists(file));
  }
}
