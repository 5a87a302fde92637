package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.cli.Terminal.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contact sheets of published recipes. */
class AugmentTest {
  private static final String RECIPE = "fashion-mnist-mobilenetv1-x0-25";

  @TempDir Path folder;

  private Path sheet;

  @BeforeEach
  void nameFile() {
    sheet = folder.resolve("sheet.png");
  }

  @Test
  void drawsTheEmbeddedData() throws IOException {
    Outcome outcome = Terminal.run("augment", RECIPE, "--out", sheet, "--count", 3);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().startsWith("wrote " + sheet + ": 3 images in "), outcome.out());
    BufferedImage drawn = ImageIO.read(sheet.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < drawn.getWidth(); x++) {
      for (int y = 0; y < drawn.getHeight(); y++) {
        colours.add(drawn.getRGB(x, y));
      }
    }
    assertTrue(colours.size() > 50, colours.size() + " colours");
  }

  @Test
  void theSameNumbersGiveTheSameSheet() throws IOException {
    Object[] call = {"augment", RECIPE, "--out", sheet, "--seed", "7", "--epoch", "2"};
    assertEquals(0, Terminal.run(call).exitCode());
    byte[] first = Files.readAllBytes(sheet);
    assertEquals(0, Terminal.run(call).exitCode());
    assertArrayEquals(first, Files.readAllBytes(sheet));
    call[7] = "3";
    assertEquals(0, Terminal.run(call).exitCode());
    assertFalse(Arrays.equals(first, Files.readAllBytes(sheet)), "two epochs are alike");
  }

  @Test
  void wrongUseIsSaidInOneLine() {
    assertRefused(2, "did you mean", "augment", "fashion-mnist-lenett", "--out", sheet);
    assertRefused(2, "--out", "augment", RECIPE);
    assertRefused(2, "ends in .png", "augment", RECIPE, "--out", folder.resolve("sheet.jpg"));
    assertRefused(
        2,
        "there is no directory " + folder.resolve("none"),
        "augment",
        RECIPE,
        "--out",
        folder.resolve("none").resolve("sheet.png"));
    assertRefused(2, "1 to 64, not 0", "augment", RECIPE, "--out", sheet, "--count", 0);
    assertRefused(2, "1 to 64, not 65", "augment", RECIPE, "--out", sheet, "--count", 65);
    assertRefused(2, "--epoch must be 1 or more", "augment", RECIPE, "--out", sheet, "--epoch", 0);
    assertRefused(
        2, "does not exist", "augment", RECIPE, "--out", sheet, "--data", folder.resolve("none"));
    assertRefused(
        1, "holds neither IDX files", "augment", RECIPE, "--out", sheet, "--data", folder);
    assertRefused(
        2,
        "no data is embedded for resnet50-imagenet",
        "augment",
        "resnet50-imagenet",
        "--out",
        sheet);
    assertFalse(Files.exists(sheet), "a file was left");
  }
}
