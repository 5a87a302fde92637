package dev.recipe4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Golden numbers of other frameworks, kept beside the project; tests skip where they are absent.
 */
public final class Oracle {
  private Oracle() {}

  /** One file of the oracle; skips the test, saying so, if there is none. */
  public static JsonNode read(String file) throws IOException {
    String given = System.getProperty("recipe4j.oracle");
    Path folder = given == null ? besideTheProject() : Path.of(given);
    Path path = folder.resolve(file);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "SKIPPED: no oracle at " + path.toAbsolutePath().normalize());
    return new ObjectMapper().readTree(path.toFile());
  }

  private static Path besideTheProject() {
    return Path.of("..", "..", "shared", "oracle");
  }
}
