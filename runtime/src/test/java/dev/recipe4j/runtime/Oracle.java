package dev.recipe4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Golden numbers from independent implementations, kept outside the project: the folder named by
 * the system property {@code recipe4j.oracle}, or {@code shared/oracle} beside the project. Tests
 * that need them are skipped where they are absent.
 */
public final class Oracle {
  private Oracle() {}

  /** A file of the oracle; skips the test if there is no oracle. */
  public static Path file(String name) {
    return KeptOutside.folder("recipe4j.oracle", "shared/oracle", "golden numbers").resolve(name);
  }

  /** A JSON file of the oracle. */
  public static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(file(name)));
  }
}
