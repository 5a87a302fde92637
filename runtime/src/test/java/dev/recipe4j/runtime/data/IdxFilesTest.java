package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir Path directory;

  @BeforeEach
  void files() throws IOException {
    IdxBytes.write(directory);
  }

  @Test
  void readsPlainAndCompressedFiles() {
    ImageData data = IdxFiles.at(directory);

    assertEquals(6, data.train().size());
    assertEquals(3, data.validation().size());
    assertEquals(3, data.classes());
    assertEquals(Optional.empty(), data.classNames());
    Image image = data.train().image(4);
    assertEquals("Image[2x3x1]", image.toString());
    assertArrayEquals(new byte[] {4, 5, 6, 7, 8, 9}, image.pixels());
    assertEquals(1, data.train().label(4));
    assertEquals("image 4 of train-images-idx3-ubyte", data.train().name(4));
    assertEquals(directory + ": 6 training and 3 validation images of 2x3", data.description());
  }

  @Test
  void readsStreams() throws IOException {
    Map<String, byte[]> files =
        Map.of(
            IMAGES + ".gz",
            IdxBytes.gzip(IdxBytes.images(4, 1, 1)),
            LABELS + ".gz",
            IdxBytes.gzip(IdxBytes.labels(4, 2)),
            "t10k-images-idx3-ubyte.gz",
            IdxBytes.gzip(IdxBytes.images(2, 1, 1)),
            "t10k-labels-idx1-ubyte.gz",
            IdxBytes.gzip(IdxBytes.labels(2, 2)));

    ImageData data =
        IdxFiles.of(
            "tiny", name -> new ByteArrayInputStream(files.getOrDefault(name, new byte[0])));

    assertEquals("tiny: 4 training and 2 validation images of 1x1", data.description());
    assertMessage(
        "empty lacks train-images-idx3-ubyte[.gz]; put all four files of the data set there",
        () -> IdxFiles.of("empty", name -> null));
  }

  @Test
  void takesAnUnpackedFileThatIsStillNamedGz() throws IOException {
    Files.write(directory.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.labels(3, 3));

    assertEquals(2, IdxFiles.at(directory).validation().label(2));
  }

  @Test
  void namesAMissingFile() throws IOException {
    Files.delete(directory.resolve(LABELS));

    assertFails("lacks train-labels-idx1-ubyte[.gz]; put all four files of the data set there");
  }

  @Test
  void reportsATruncatedFile() throws IOException {
    byte[] images = IdxBytes.images(6, 2, 3);
    for (int length : new int[] {0, 1, 7, 16, images.length - 1}) {
      Files.write(directory.resolve(IMAGES), IdxBytes.cut(images, length));
      assertFails(": train-images-idx3-ubyte is cut short; get the file again");
    }
  }

  @Test
  void reportsATruncatedOrDamagedCompressedFile() throws IOException {
    Path file = directory.resolve("t10k-images-idx3-ubyte.gz");
    byte[] compressed = IdxBytes.gzip(IdxBytes.images(3, 2, 3));
    Files.write(file, IdxBytes.cut(compressed, compressed.length - 9));
    assertFails(": t10k-images-idx3-ubyte is cut short; get the file again");

    compressed[compressed.length - 5] ^= 1;
    Files.write(file, compressed);
    assertFails(": t10k-images-idx3-ubyte is damaged (Corrupt GZIP trailer); get the file again");
  }

  @Test
  void reportsBytesBehindTheEnd() throws IOException {
    byte[] images = IdxBytes.images(6, 2, 3);
    Files.write(directory.resolve(IMAGES), IdxBytes.cut(images, images.length + 1));

    assertFails(": train-images-idx3-ubyte is longer than its header says; get the file again");
  }

  @Test
  void reportsAWrongMagicNumber() throws IOException {
    Files.write(directory.resolve(IMAGES), "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8));
    assertFails(
        ": train-images-idx3-ubyte is no IDX file of images: it starts with 0x3c21444f instead of"
            + " 0x00000803; get the file again");

    Files.write(directory.resolve(IMAGES), IdxBytes.labels(6, 3));
    assertFails(
        ": train-images-idx3-ubyte is a file of labels, where one of images belongs; get the file"
            + " again");
  }

  @Test
  void reportsImpossibleHeaders() throws IOException {
    Files.write(directory.resolve(IMAGES), IdxBytes.images(0, 2, 3));
    assertFails(
        ": train-images-idx3-ubyte says that it has 0 images; put a data set there that has some");

    Files.write(directory.resolve(IMAGES), IdxBytes.images(6, 0, 3));
    assertFails(": train-images-idx3-ubyte says that its images have 0 rows; get the file again");

    byte[] huge = IdxBytes.images(6, 2, 3);
    huge[4] = 0x7f;
    Files.write(directory.resolve(IMAGES), huge);
    assertFails(": train-images-idx3-ubyte is cut short; get the file again");
  }

  @Test
  void reportsFilesThatDoNotBelongTogether() throws IOException {
    Files.write(directory.resolve(LABELS), IdxBytes.labels(5, 3));
    assertFails(
        ": train-images-idx3-ubyte has 6 images but train-labels-idx1-ubyte has 5 labels; put two"
            + " files of one data set there");

    Files.write(directory.resolve(LABELS), IdxBytes.labels(6, 2));
    assertFails(
        ": the validation label 2 is beyond the largest training label 1; put files of one data"
            + " set there");

    Files.write(directory.resolve(LABELS), IdxBytes.labels(6, 3));
    Files.write(directory.resolve(IMAGES), IdxBytes.images(6, 4, 4));
    assertFails(
        ": the validation images are 2x3 but the training images 4x4; put files of one data set"
            + " there");
  }

  private void assertFails(String end) {
    DataException thrown = assertThrows(DataException.class, () -> IdxFiles.at(directory));
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.startsWith(directory.toString()), message);
    assertEquals(end.strip(), message.substring(directory.toString().length()).strip());
  }

  private static void assertMessage(String message, Executable action) {
    assertEquals(message, assertThrows(DataException.class, action).getMessage());
  }
}
