package dev.recipe4j.runtime.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The picture that a command writes. */
final class PngFile {
  private PngFile() {}

  /**
   * Refuses a name under which no picture can be written, before the work is done.
   *
   * @throws ParameterException saying why
   */
  static void check(Path file, CommandLine command) {
    Path folder = file.toAbsolutePath().getParent();
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new ParameterException(
          command, "--out %s is no PNG file: give it a name that ends in .png".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new ParameterException(command, "--out %s is a directory".formatted(file));
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          command, "--out %s: there is no directory %s".formatted(file, folder));
    }
  }
}
