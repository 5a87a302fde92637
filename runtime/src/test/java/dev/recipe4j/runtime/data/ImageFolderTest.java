package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir Path directory;

  @Test
  void readsTrainAndValidationFolders() throws IOException {
    image("train/tulip/b.png", 0x102030);
    image("train/tulip/a.PNG", 0x405060);
    image("train/daisy/x.png", 0xffffff);
    image("test/daisy/ignored.png", 0);
    image("val/tulip/v.png", 0x010203);
    image("train/tulip/.hidden.png", 0);
    Files.writeString(directory.resolve("train/tulip/notes.txt"), "no image");

    ImageData data = ImageFolder.at(directory);

    assertEquals(List.of("daisy", "tulip"), data.classNames().orElseThrow());
    assertEquals(List.of("daisy/x.png", "tulip/a.PNG", "tulip/b.png"), names(data.train()));
    assertEquals(List.of(0, 1, 1), labels(data.train()));
    assertEquals(List.of("tulip/v.png"), names(data.validation()));
    assertEquals(List.of(1), labels(data.validation()));
    assertArrayEquals(new byte[] {0x10, 0x20, 0x30}, data.train().image(2).pixels());
    assertEquals(
        directory + ": 3 training and 1 validation images of 2 classes", data.description());
  }

  @Test
  void holdsOutAFifthOfEachClass() throws IOException {
    for (int i = 0; i < 100; i++) {
      image("a/" + i + ".png", i);
      image("b/" + i + ".png", i);
    }
    image("pair/1.png", 1);
    image("pair/2.png", 2);
    image("single/1.png", 1);

    ImageData data = ImageFolder.at(directory);

    List<String> train = names(data.train());
    List<String> held = names(data.validation());
    Set<String> all = new HashSet<>(train);
    all.addAll(held);
    assertEquals(203, all.size());
    assertEquals(203, train.size() + held.size());
    long ofA = held.stream().filter(name -> name.startsWith("a/")).count();
    assertTrue(ofA >= 10 && ofA <= 30, () -> "held out of a: " + ofA);
    assertEquals(1, held.stream().filter(name -> name.startsWith("pair/")).count());
    assertTrue(train.contains("single/1.png"));

    assertEquals(held, names(ImageFolder.at(directory).validation()), "the split repeats itself");
    image("a/new.png", 0);
    List<String> later = names(ImageFolder.at(directory).validation());
    assertTrue(later.containsAll(held), "a new file moves no other");
  }

  @Test
  void theSplitIsTheSameForEver() {
    // Computed from the definition by another program, once: a run that is resumed years later must
    // not validate on what it learnt.
    List<String> files = IntStream.range(0, 10).mapToObj("image_%04d.jpg"::formatted).toList();
    HeldOut heldOut = HeldOut.of("roses", files);

    assertEquals(
        List.of(0, 2, 4, 5, 8, 9),
        IntStream.range(0, 10).filter(i -> heldOut.contains(files.get(i))).boxed().toList());
  }

  @Test
  void aClassMayBeCalledTrain() throws IOException {
    image("car/1.png", 1);
    image("car/2.png", 1);
    image("train/1.png", 1);

    assertEquals(List.of("car", "train"), ImageFolder.at(directory).classNames().orElseThrow());
  }

  @Test
  void reportsFoldersThatAreIncomplete() throws IOException {
    image("train/a/1.png", 1);
    assertFails(
        directory
            + " has train/ but none of val/, validation/ and test/; add one, or pass "
            + directory.resolve("train")
            + " to have a fifth of it held out");

    Files.createDirectories(directory.resolve("validation"));
    assertFails(
        directory.resolve("validation")
            + " holds no images in folders named after the classes (a, ...); add some");

    image("validation/b/1.png", 1);
    assertFails(
        directory.resolve("validation/b")
            + " is a class that "
            + directory.resolve("train")
            + " lacks; add images of it there, or remove it");

    Files.createDirectories(directory.resolve("train/empty"));
    assertFails(
        directory.resolve("train/empty")
            + ", the folder of a class, holds no images (jpg, jpeg, png, bmp, gif); add some, or"
            + " remove it");
  }

  @Test
  void reportsASetWithNothingToValidateOn() throws IOException {
    image("a/1.png", 1);
    image("b/1.png", 1);

    assertFails(directory + " has one image of each class, so none to validate on; add images");
  }

  @Test
  void namesAFileThatCannotBeDecoded() throws IOException {
    image("a/1.png", 1);
    image("a/2.png", 1);
    Path broken = directory.resolve("a/broken.jpg");
    Files.write(broken, "not an image".getBytes(StandardCharsets.UTF_8));
    ImageData data = ImageFolder.at(directory);
    Examples part = names(data.train()).contains("a/broken.jpg") ? data.train() : data.validation();
    int index = names(part).indexOf("a/broken.jpg");

    DataException thrown = assertThrows(DataException.class, () -> part.image(index));

    assertEquals(
        broken
            + " cannot be decoded (neither JPEG, PNG, BMP nor GIF); get it again, convert it to RGB as JPEG or"
            + " PNG, or remove it",
        thrown.getMessage());
    assertFalse(part.name(index).isEmpty());
  }

  private void image(String name, int rgb) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, rgb);
    ImageIO.write(image, "png", file.toFile());
  }

  private void assertFails(String message) {
    DataException thrown = assertThrows(DataException.class, () -> ImageFolder.at(directory));
    assertEquals(message, thrown.getMessage());
  }

  private static List<String> names(Examples examples) {
    return IntStream.range(0, examples.size())
        .mapToObj(examples::name)
        .map(name -> name.replace('\\', '/'))
        .toList();
  }

  private static List<Integer> labels(Examples examples) {
    return IntStream.range(0, examples.size()).mapToObj(examples::label).toList();
  }
}
