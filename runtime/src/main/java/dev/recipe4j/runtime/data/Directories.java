package dev.recipe4j.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looking into directories in an order that is the same on every file system. */
final class Directories {
  private Directories() {}

  /** Throws a {@link DataException} unless the path is a directory. */
  static void require(Path directory) {
    if (!Files.exists(directory)) {
      throw new DataException(
          "there is no "
              + directory
              + "; check the spelling (looked in "
              + parent(directory)
              + ")");
    }
    if (!Files.isDirectory(directory)) {
      throw new DataException(
          directory + " is a file; pass the directory of the data (unpack an archive first)");
    }
  }

  /** What is in a directory, hidden entries left out, sorted by name. */
  static List<Path> entries(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .sorted(Comparator.comparing(Directories::name))
          .toList();
    } catch (IOException e) {
      throw new DataException(
          "cannot look into " + directory + " (" + e + "); check its permissions", e);
    }
  }

  /** The sub-directories, hidden ones left out, sorted by name. */
  static List<Path> folders(Path directory) {
    return entries(directory).stream().filter(Files::isDirectory).toList();
  }

  /** Last part of a path. */
  static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private static Path parent(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }
}
