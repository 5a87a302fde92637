package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileTest {
  @TempDir Path directory;

  @BeforeEach
  void writeImages() throws IOException {
    Path images = Files.createDirectories(directory.resolve("some images"));
    for (int i = 0; i < 12; i++) {
      BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, i);
      ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
    }
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(directory.resolve(name), List.of(lines), StandardCharsets.UTF_8);
  }

  @Test
  void readsPaddleClasLists() throws IOException {
    write("train_list.txt", "some images/3.png 1", "", "some images/1.png\t0");
    write("val_list.txt", "some images/2.png 1");
    write("label_list.txt", "0 sea lion", "1 tulip");

    ImageData data = ImageData.at(directory);

    assertInstanceOf(ListFile.class, data);
    assertEquals(Optional.of(List.of("sea lion", "tulip")), data.classNames());
    assertEquals(2, data.classes());
    assertEquals(2, data.train().size());
    assertEquals(1, data.train().label(0));
    assertEquals(0, data.train().label(1));
    assertEquals(3, data.train().image(0).pixels()[2]);
    assertEquals(2, data.validation().image(0).pixels()[2]);
    assertEquals("some images/3.png", data.train().name(0));
  }

  @Test
  void holdsOutAFifthWithoutAValidationList() throws IOException {
    String[] lines = new String[12];
    for (int i = 0; i < 12; i++) {
      lines[i] = "some images/%d.png %d".formatted(i, i % 2);
    }
    write("train_list.txt", lines);

    ImageData data = ListFile.at(directory);

    assertEquals(12, data.train().size() + data.validation().size());
    assertTrue(data.validation().size() >= 2, data.description());
    assertEquals(Optional.empty(), data.classNames());
  }

  @Test
  void aLabelChangesTheFingerprint() throws IOException {
    write("train_list.txt", "some images/3.png 1", "some images/1.png 0");
    write("val_list.txt", "some images/2.png 1");
    Optional<String> before = ListFile.at(directory).fingerprint();
    assertEquals(before, ListFile.at(directory).fingerprint());

    write("train_list.txt", "some images/3.png 0", "some images/1.png 1");

    assertNotEquals(before, ListFile.at(directory).fingerprint());
  }

  @Test
  void namesTheLineThatMakesNoSense() throws IOException {
    write("val_list.txt", "some images/2.png 1");
    write("train_list.txt", "some images/1.png 0", "some images/3.png tulip");
    assertMessage("train_list.txt, line 2: 'some images/3.png tulip' is not 'path label'");
    write("train_list.txt", "some images/1.png 0", "some images/missing.png 1");
    assertMessage("train_list.txt, line 2: there is no ");
    write("train_list.txt", "");
    assertMessage("train_list.txt lists no image");
    write("train_list.txt", "some images/1.png 0");
    assertMessage("label 1 is listed, but there are 1 classes (0 to 0)");
    write("train_list.txt", "some images/1.png 1");
    write("label_list.txt", "1 tulip");
    assertMessage("'1 tulip' stands where '0 name' is expected");
  }

  private void assertMessage(String part) {
    DataException thrown = assertThrows(DataException.class, () -> ListFile.at(directory));
    assertTrue(String.valueOf(thrown.getMessage()).contains(part), thrown.getMessage());
  }
}
