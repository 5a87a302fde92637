package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders with which tests compare and that are no part of the project. Tests that need them are
 * skipped where they are absent.
 */
final class KeptOutside {
  private KeptOutside() {}

  /**
   * A folder; skips the test if there is none.
   *
   * @param property system property that names the folder
   * @param place where it is looked for otherwise, beside the project or further up
   * @param what is missing, as the skipped test says it
   */
  static Path folder(String property, String place, String what) {
    String named = System.getProperty(property);
    if (named != null) {
      return Path.of(named);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve(place))) {
        return up.resolve(place);
      }
    }
    return abort("SKIPPED: no %s; set -D%s=<folder> to check with them".formatted(what, property));
  }
}
