package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public weights and photos, kept outside the project: the folder named by the system property
 * {@code recipe4j.data}, or {@code shared/data} beside the project. Tests that need them are
 * skipped where they are absent.
 */
public final class PublicData {
  private PublicData() {}

  /** A file of the data; skips the test if there is none. */
  public static Path file(String name) {
    String named = System.getProperty("recipe4j.data");
    if (named != null) {
      return Path.of(named).resolve(name);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve("shared/data"))) {
        return up.resolve("shared/data").resolve(name);
      }
    }
    return abort("SKIPPED: no public weights; set -Drecipe4j.data=<folder> to check with them");
  }
}
