package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facts of data, and what its fingerprint depends on. */
class DataScanTest {
  @TempDir Path directory;

  private void image(String path, int width, int height, int type, int rgb) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private void colour(String path, int side, int rgb) throws IOException {
    image(path, side, side, BufferedImage.TYPE_INT_RGB, rgb);
  }

  private DataFacts scan() {
    return DataScan.of(directory, (images, all) -> {});
  }

  /** Two training images of red 255 and 0; green is always 51, blue 0. */
  private void twoClasses() throws IOException {
    colour("train/b/1.png", 4, 0xff3300);
    colour("train/a/1.png", 4, 0x003300);
    colour("val/a/1.png", 4, 0x123456);
  }

  @Test
  void meanAndDeviationAreThoseOfTheTrainingImages() throws IOException {
    twoClasses();
    DataFacts facts = scan();
    assertEquals(List.of("a", "b"), facts.classNames());
    assertEquals(2, facts.classes());
    assertEquals(2, facts.trainExamples());
    assertEquals(1, facts.validationExamples());
    assertEquals(OptionalInt.of(4), facts.imageSize());
    assertEquals(3, facts.channels());
    assertEquals(List.of(0.5, 0.2, 0.0), facts.mean());
    assertEquals(List.of(0.5, 0.0, 0.0), facts.std());
    assertEquals(List.of(), facts.faults());
    assertEquals(ImageFolder.at(directory).fingerprint(), facts.fingerprint());
  }

  @Test
  void everyPixelCountsTheSameAndGreyCountsForAllColours() throws IOException {
    twoClasses();
    image("train/a/2.png", 4, 8, BufferedImage.TYPE_BYTE_GRAY, 0xffffff);
    DataFacts facts = scan();
    assertEquals(OptionalInt.empty(), facts.imageSize());
    assertEquals(4, facts.smallestSide());
    // 16 pixels of 255, 16 of 0, 32 of 255 in red; blue: 32 of 0, 32 of 255.
    assertEquals(0.75, facts.mean().get(0), 1e-12);
    assertEquals(0.6, facts.mean().get(1), 1e-12);
    assertEquals(0.5, facts.mean().get(2), 1e-12);
    assertEquals(Math.sqrt(0.75 * 0.25), facts.std().get(0), 1e-12);
  }

  @Test
  void greyImagesHaveOneChannel() throws IOException {
    image("a/1.png", 4, 4, BufferedImage.TYPE_BYTE_GRAY, 0xffffff);
    image("a/2.png", 4, 4, BufferedImage.TYPE_BYTE_GRAY, 0xffffff);
    DataFacts facts = scan();
    assertEquals(1, facts.channels());
    assertEquals(List.of(1.0), facts.mean());
  }

  @Test
  void everyImageIsCounted() throws IOException {
    twoClasses();
    AtomicLong last = new AtomicLong();
    DataScan.of(directory, (images, all) -> last.accumulateAndGet(images, Math::max));
    assertEquals(3, last.get());
  }

  @Test
  void ofIdxFilesAClassWithoutAnImageIsToldOf() throws IOException {
    IdxBytes.write(directory);
    assertEquals(List.of(), scan().faults());
    byte[] labels = IdxBytes.labels(6, 3);
    for (int i = 8; i < labels.length; i++) {
      labels[i] = labels[i] == 1 ? 2 : labels[i];
    }
    Files.write(directory.resolve("train-labels-idx1-ubyte"), labels);
    DataFacts facts = scan();
    assertEquals(
        List.of("class 1 of 0 to 2 has no training images; get the files again"), facts.faults());
    assertEquals(Optional.empty(), facts.fingerprint());
  }

  @Test
  void dataWithoutOneGoodImageIsRefused() throws IOException {
    Files.createDirectories(directory.resolve("a"));
    Files.writeString(directory.resolve("a/1.png"), "no image");
    Files.writeString(directory.resolve("a/2.png"), "no image");
    DataException e = assertThrows(DataException.class, this::scan);
    assertTrue(String.valueOf(e.getMessage()).contains("no training image can be read"));
  }

  @Test
  void theFingerprintFollowsNamesAndContentsOnly() throws IOException {
    twoClasses();
    String before = fingerprint();
    assertTrue(before.matches("sha256:[0-9a-f]{64}"), before);
    // Another order of creation, a time, a hidden file, a text, another name for validation.
    Path file = directory.resolve("train/a/1.png");
    byte[] content = Files.readAllBytes(file);
    Files.delete(file);
    Files.write(file, content);
    Files.writeString(directory.resolve("train/a/.hidden.png"), "");
    Files.writeString(directory.resolve("train/a/notes.txt"), "");
    Files.move(directory.resolve("val"), directory.resolve("test"));
    assertEquals(before, fingerprint());

    Files.move(file, directory.resolve("train/a/2.png"));
    String renamed = fingerprint();
    assertFalse(renamed.equals(before));
    colour("train/a/2.png", 4, 0x003301);
    assertFalse(fingerprint().equals(renamed));
  }

  @Test
  void aFileThatChangesItsClassChangesTheFingerprint() throws IOException {
    twoClasses();
    colour("train/a/2.png", 4, 7);
    String before = fingerprint();
    Files.move(directory.resolve("train/a/2.png"), directory.resolve("train/b/2.png"));
    assertFalse(fingerprint().equals(before));
  }

  private String fingerprint() {
    return ImageData.at(directory).fingerprint().orElseThrow();
  }

  @Test
  void compressionDoesNotChangeTheFingerprintOfIdxFiles() throws IOException {
    IdxBytes.write(directory);
    String before = fingerprint();
    Path plain = directory.resolve("train-images-idx3-ubyte");
    byte[] content = Files.readAllBytes(plain);
    Files.delete(plain);
    Files.write(directory.resolve("train-images-idx3-ubyte.gz"), IdxBytes.gzip(content));
    assertEquals(before, fingerprint());
    content[content.length - 1]++;
    Files.write(plain, content);
    assertFalse(fingerprint().equals(before));
  }
}
