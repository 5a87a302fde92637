package com.acme.swatches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.runtime.Classifier;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.data.ImageFolder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwatchesTest {
  private static final Map<String, Color> CLASSES =
      Map.of("blue", Color.BLUE, "green", Color.GREEN, "red", Color.RED);

  @TempDir Path folder;

  @Test
  void trainsAndClassifies() throws IOException {
    for (Map.Entry<String, Color> entry : CLASSES.entrySet()) {
      for (int i = 0; i < 20; i++) {
        paint("train", entry.getKey(), entry.getValue(), i);
      }
      for (int i = 20; i < 30; i++) {
        paint("val", entry.getKey(), entry.getValue(), i);
      }
    }

    TrainingRun run =
        SwatchesLeNetPipeline.on(ImageFolder.at(folder.resolve("photos")))
            .out(folder.resolve("run"))
            .train();

    try (Classifier classifier = Classifier.load(run)) {
      for (Map.Entry<String, Color> entry : CLASSES.entrySet()) {
        Path photo = paint("new", entry.getKey(), entry.getValue(), 99);
        assertEquals(entry.getKey(), classifier.classify(photo).label());
      }
    }
  }

  /** A swatch of one colour with noise. */
  private Path paint(String part, String name, Color color, int seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 32 * 32; i++) {
      int red = mixed(color.getRed(), random);
      int green = mixed(color.getGreen(), random);
      int blue = mixed(color.getBlue(), random);
      image.setRGB(i % 32, i / 32, new Color(red, green, blue).getRGB());
    }
    Path file = folder.resolve("photos").resolve(part).resolve(name).resolve(seed + ".png");
    if (part.equals("new")) {
      file = folder.resolve(name + ".png");
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static int mixed(int component, Random random) {
    return component / 2 + random.nextInt(128);
  }
}
