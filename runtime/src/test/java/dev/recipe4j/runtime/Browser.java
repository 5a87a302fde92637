package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A browser without a window and without a network: Chromium, where it is installed or named by the
 * system property {@code recipe4j.chromium}. Tests that need it are skipped where it is absent.
 */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int SECONDS = 120;

  private final Path executable;
  private final Path directory;

  /**
   * What became of a page.
   *
   * @param document as its scripts have left it
   * @param console what the page and its scripts complained of, a line each
   */
  record Shown(String document, List<String> console) {}

  private Browser(Path executable, Path directory) {
    this.executable = executable;
    this.directory = directory;
  }

  /** The browser; skips the test if there is none. */
  static Browser in(Path directory) {
    String named = System.getProperty("recipe4j.chromium");
    if (named != null) {
      return new Browser(Path.of(named), directory);
    }
    for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1)) {
      for (String name : NAMES) {
        if (Files.isExecutable(Path.of(folder, name))) {
          return new Browser(Path.of(folder, name), directory);
        }
      }
    }
    return abort(
        "SKIPPED: no Chromium to draw the charts; install it or set -Drecipe4j.chromium=<file>");
  }

  /**
   * Shows a file.
   *
   * @param width of the window in pixels
   */
  Shown show(Path page, int width) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "document", ".html");
    Path err = Files.createTempFile(directory, "console", ".txt");
    Process process =
        new ProcessBuilder(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--proxy-server=127.0.0.1:1",
                "--user-data-dir=" + Files.createTempDirectory(directory, "profile"),
                "--enable-logging=stderr",
                "--window-size=%d,2000".formatted(width),
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser did not end in %d s".formatted(SECONDS));
    }
    assertEquals(0, process.exitValue(), Files.readString(err));
    List<String> console = new ArrayList<>();
    for (String line : Files.readAllLines(err)) {
      if (line.contains("CONSOLE")) {
        console.add(line);
      }
    }
    return new Shown(Files.readString(out), console);
  }
}
