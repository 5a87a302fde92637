package dev.recipe4j.runtime;

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
    return KeptOutside.folder("recipe4j.data", "shared/data", "public weights").resolve(name);
  }
}
