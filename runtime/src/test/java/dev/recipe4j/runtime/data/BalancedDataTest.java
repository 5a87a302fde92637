package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven images of class 0, three of class 1, one of class 3. */
class BalancedDataTest {
  private static final int[] LABELS = {0, 0, 1, 0, 3, 0, 1, 0, 0, 1, 0};

  @TempDir Path directory;

  @BeforeEach
  void writeImages() throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < LABELS.length; i++) {
      BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(0, 0, 0, i);
      ImageIO.write(image, "png", directory.resolve(i + ".png").toFile());
      list.append("%d.png %d\n".formatted(i, LABELS[i]));
    }
    Files.writeString(directory.resolve("train_list.txt"), list);
    Files.writeString(directory.resolve("val_list.txt"), "1.png 0\n2.png 1\n");
  }

  @Test
  void everyClassIsMetAsOftenAsTheLargest() {
    ImageData data = ListFile.at(directory);
    ImageData balanced = BalancedData.of(data);
    Examples train = balanced.train();
    assertEquals(3 * 7, train.size());
    int[] byClass = new int[4];
    int[] byImage = new int[LABELS.length];
    for (int i = 0; i < train.size(); i++) {
      byClass[train.label(i)]++;
      int image = train.image(i).pixels()[0];
      assertEquals(LABELS[image], train.label(i));
      assertEquals("%d.png".formatted(image), train.name(i));
      byImage[image]++;
    }
    assertArrayEquals(new int[] {7, 7, 0, 7}, byClass);
    assertArrayEquals(new int[] {1, 1, 3, 1, 7, 1, 2, 1, 1, 2, 1}, byImage);
    assertEquals(2, balanced.validation().size());
    assertEquals(data.fingerprint(), balanced.fingerprint());
    assertTrue(balanced.description().endsWith("balanced to 21 training images"));
  }

  /** A damaged image counts once, however often it would be met. */
  @Test
  void unreadableImagesAreLeftOutOnce() throws IOException {
    Files.writeString(directory.resolve("4.png"), "no picture");
    List<String> told = new ArrayList<>();
    ImageData data = BalancedData.of(TolerantData.of(ListFile.at(directory), 0.1));
    data.onSkipped(told::add);
    Examples train = data.train();
    int unreadable = 0;
    for (int i = 0; i < train.size(); i++) {
      try {
        train.image(i);
      } catch (UnreadableImageException e) {
        train.unreadable(i, e);
        unreadable++;
      }
    }
    assertEquals(7, unreadable);
    assertEquals(1, told.size(), told.toString());
  }
}
