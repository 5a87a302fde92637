package dev.recipe4j.runtime.cli;

import dev.recipe4j.recipes.fashionmnist.FashionMnistSample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded images as the files that a user would have. */
final class SampleFiles {
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";

  private static final List<String> NAMES =
      List.of(
          TRAIN_IMAGES,
          "train-labels-idx1-ubyte.gz",
          "t10k-images-idx3-ubyte.gz",
          "t10k-labels-idx1-ubyte.gz");

  private SampleFiles() {}

  /** Makes a folder with all of them. */
  static Path in(Path folder) throws IOException {
    Files.createDirectory(folder);
    for (String name : NAMES) {
      try (InputStream in = FashionMnistSample.class.getResourceAsStream(name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
    return folder;
  }
}
