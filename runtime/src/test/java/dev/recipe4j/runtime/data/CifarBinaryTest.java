package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {
  private static final int PLANE = 1024;

  @TempDir Path directory;

  /** Records whose sample of colour c at place i is c * 50 + i / 32 + number. */
  private static byte[] records(int count, int labels, int first) {
    int size = labels + 3 * PLANE;
    byte[] bytes = new byte[count * size];
    for (int record = 0; record < count; record++) {
      bytes[record * size + labels - 1] = (byte) (first + record);
      for (int i = 0; i < 3 * PLANE; i++) {
        bytes[record * size + labels + i] = (byte) (i / PLANE * 50 + i % PLANE / 32 + record);
      }
    }
    return bytes;
  }

  private void writeTen(Path place) throws IOException {
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(place.resolve("data_batch_%d.bin".formatted(batch)), records(2, 1, batch));
    }
    Files.write(place.resolve("test_batch.bin"), records(3, 1, 0));
  }

  @Test
  void readsTheTenClassesAlsoWhereTheArchiveUnpacks() throws IOException {
    writeTen(Files.createDirectories(directory.resolve("cifar-10-batches-bin")));

    ImageData data = ImageData.at(directory);

    assertInstanceOf(CifarBinary.class, data);
    assertEquals(10, data.classes());
    assertEquals(10, data.train().size());
    assertEquals(3, data.validation().size());
    assertEquals(3, data.train().label(4));
    assertEquals(4, data.train().label(5));
    assertEquals("image 1 of data_batch_3.bin", data.train().name(5));
    Image image = data.train().image(5);
    assertEquals("Image[32x32x3]", image.toString());
    int second = (2 * 32 + 7) * 3;
    assertEquals(2 + 1, image.pixels()[second]);
    assertEquals(50 + 2 + 1, image.pixels()[second + 1]);
    assertEquals(100 + 2 + 1, image.pixels()[second + 2]);
    assertThrows(IndexOutOfBoundsException.class, () -> data.train().image(10));
  }

  @Test
  void takesTheFineLabelsOfAHundred() throws IOException {
    Files.write(directory.resolve("train.bin"), records(4, 2, 90));
    Files.write(directory.resolve("test.bin"), records(1, 2, 7));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      names.add("class " + i);
    }
    Files.write(directory.resolve("fine_label_names.txt"), names, StandardCharsets.UTF_8);

    ImageData data = CifarBinary.at(directory);

    assertEquals(100, data.classes());
    assertEquals(93, data.train().label(3));
    assertEquals(Optional.of(names), data.classNames());
  }

  @Test
  void reportsWhatIsMissingOrDamaged() throws IOException {
    writeTen(directory);
    Files.delete(directory.resolve("data_batch_4.bin"));
    assertMessage("data_batch_4.bin");
    Files.write(directory.resolve("data_batch_4.bin"), new byte[4000]);
    assertMessage("data_batch_4.bin has 4000 bytes, which are no whole images of 3073");
    Files.write(directory.resolve("data_batch_4.bin"), records(1, 1, 10));
    assertMessage("a label is 10, where 0 to 9 are possible");
  }

  private void assertMessage(String part) {
    DataException thrown = assertThrows(DataException.class, () -> CifarBinary.at(directory));
    assertTrue(String.valueOf(thrown.getMessage()).contains(part), thrown.getMessage());
  }
}
