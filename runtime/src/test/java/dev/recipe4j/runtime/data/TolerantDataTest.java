package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.augment.Decoded;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 40 training images, of which the first and two more are damaged. */
class TolerantDataTest {
  private static final int IMAGES = 40;

  @TempDir Path directory;

  @BeforeEach
  void writeImages() throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(0, 0, 0, i);
      ImageIO.write(image, "png", directory.resolve(i + ".png").toFile());
      list.append(i + ".png " + i % 7 + "\n");
    }
    for (int damaged : new int[] {0, 13, 31}) {
      Files.writeString(directory.resolve(damaged + ".png"), "no picture");
    }
    Files.writeString(directory.resolve("train_list.txt"), list, StandardCharsets.UTF_8);
    Files.writeString(directory.resolve("val_list.txt"), "1.png 0", StandardCharsets.UTF_8);
  }

  private ImageData data(double share, List<String> told) {
    ImageData data = TolerantData.of(ListFile.at(directory), share);
    data.onSkipped(told::add);
    return data;
  }

  private static Minibatches minibatches(ImageData data, int threads) {
    var chain = Decoded.images(1).normalize(List.of(0.0), List.of(1 / 255.0)).batched();
    return new Minibatches(data.train(), chain, 8, false, 5, threads);
  }

  /** Values of the pixels and labels, batch by batch. */
  private static List<String> epoch(Minibatches minibatches, int epoch) {
    List<String> batches = new ArrayList<>();
    try (MinibatchIterator pass = minibatches.shuffled(epoch)) {
      while (pass.hasNext()) {
        Minibatch batch = pass.next();
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < batch.size(); i++) {
          int value = Math.round(batch.images().get(i));
          assertEquals(value % 7, batch.labels()[i]);
          content.append(value).append(' ');
        }
        assertEquals(batch.size(), batch.images().limit());
        batches.add(content.toString());
      }
    }
    return batches;
  }

  @Test
  void leavesOutWhatCannotBeReadWhateverTheNumberOfThreads() {
    List<String> told = new ArrayList<>();
    Minibatches one = minibatches(data(0.1, told), 1);
    List<String> batches = epoch(one, 1);

    assertEquals(5, batches.size());
    long examples = batches.stream().mapToLong(batch -> batch.split(" ").length).sum();
    assertEquals(IMAGES - 3, examples);
    assertEquals(3, told.size());
    assertTrue(told.get(2).startsWith("left out (3 of at most 4 training images): "), told.get(2));
    assertEquals(3, told.stream().filter(line -> line.contains(".png cannot be decoded")).count());
    for (int threads = 2; threads <= 4; threads++) {
      List<String> again = new ArrayList<>();
      assertEquals(batches, epoch(minibatches(data(0.1, again), threads), 1));
      assertEquals(told, again);
    }
    epoch(one, 2);
    assertEquals(3, told.size(), "each is told of once");
  }

  @Test
  void oneTooManyIsAnErrorAtTheSamePlace() {
    for (int threads = 1; threads <= 4; threads++) {
      List<String> told = new ArrayList<>();
      Minibatches minibatches = minibatches(data(0.05, told), threads);

      DataException thrown = assertThrows(DataException.class, () -> epoch(minibatches, 1));

      assertEquals(2, told.size());
      assertTrue(
          String.valueOf(thrown.getMessage())
              .contains("with it 3 of 40 training images are unreadable, and at most 2 may be"),
          thrown.getMessage());
    }
  }

  @Test
  void theFirstIsAnErrorByDefault() {
    ImageData data = ListFile.at(directory);
    assertThrows(
        UnreadableImageException.class, () -> epoch(minibatches(data, 2), 1), "0.png is damaged");
    assertThrows(IllegalArgumentException.class, () -> TolerantData.of(data, 1));
  }
}
