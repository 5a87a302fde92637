package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recipe4j.runtime.data.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The golden values of other implementations: the folder {@code shared/oracle} beside the
 * repository, or the one that the system property {@code recipe4j.oracle} names.
 */
final class Oracle {
  private final Path folder;

  private Oracle(Path folder) {
    this.folder = folder;
  }

  /** Skips the test that asks for it if it is not there. */
  static Oracle require() {
    Optional<Path> folder =
        Optional.ofNullable(System.getProperty("recipe4j.oracle")).map(Path::of).or(Oracle::beside);
    if (folder.isEmpty()) {
      return abort(
          "SKIPPED: no golden values. Put the folder shared/oracle beside the repository, or pass"
              + " -Drecipe4j.oracle=FOLDER.");
    }
    return new Oracle(folder.get());
  }

  private static Optional<Path> beside() {
    return Stream.<@Nullable Path>iterate(
            Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared").resolve("oracle"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(folder.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Image image(String name) {
    try {
      BufferedImage image = ImageIO.read(folder.resolve("images").resolve(name).toFile());
      int height = image.getHeight();
      int width = image.getWidth();
      byte[] pixels = new byte[height * width * 3];
      int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
      for (int i = 0; i < rgb.length; i++) {
        pixels[3 * i] = (byte) (rgb[i] >> 16);
        pixels[3 * i + 1] = (byte) (rgb[i] >> 8);
        pixels[3 * i + 2] = (byte) rgb[i];
      }
      return new Image(height, width, 3, pixels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
