package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDataTest {
  @TempDir Path directory;

  @Test
  void recognisesIdxFiles() throws IOException {
    IdxBytes.write(directory);

    assertInstanceOf(IdxFiles.class, ImageData.at(directory));
  }

  @Test
  void aSingleIdxFileIsAnIncompleteSet() throws IOException {
    Files.write(directory.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.labels(3, 3));

    assertEquals(
        directory + " lacks train-images-idx3-ubyte[.gz]; put all four files of the data set there",
        message(directory));
  }

  @Test
  void recognisesFoldersOfImages() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("a"));
    for (String name : new String[] {"1.png", "2.png"}) {
      BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    assertInstanceOf(ImageFolder.class, ImageData.at(directory));
  }

  @Test
  void reportsADirectoryWithoutImages() throws IOException {
    Files.createDirectories(directory.resolve("docs"));

    assertEquals(
        directory
            + " holds neither IDX files (train-images-idx3-ubyte[.gz], ...) nor a sub-folder of"
            + " images for each class, nor train_list.txt, nor CIFAR's binary version; pass the"
            + " directory that does",
        message(directory));
  }

  @Test
  void reportsAPathThatIsNoDirectory() throws IOException {
    Path missing = directory.resolve("misspelt");
    assertEquals(
        "there is no " + missing + "; check the spelling (looked in " + directory + ")",
        message(missing));

    Path file = Files.writeString(directory.resolve("data.zip"), "");
    assertTrue(
        message(file).startsWith(file + " is a file; pass the directory of the data"),
        message(file));
  }

  private static String message(Path path) {
    return String.valueOf(assertThrows(DataException.class, () -> ImageData.at(path)).getMessage());
  }
}
