package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What computes a run: with recipe and data the same, the last bits of its results depend on it.
 * Sums are in another order with another number of threads, and a library takes other instructions
 * on another processor.
 *
 * @param engine name of the engine
 * @param threads of the engine; 0 if it is not known
 * @param versions of what takes part, by name
 */
record Computation(String engine, int threads, Map<String, String> versions) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This process, with an engine. */
  static Computation here(String engine, int threads) {
    String own = Computation.class.getPackage().getImplementationVersion();
    return new Computation(
        engine,
        threads,
        Map.of(
            "recipe4j",
            own == null ? "development" : own,
            "java",
            Runtime.version().toString(),
            "os",
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            "processor",
            processor()));
  }

  static Computation of(RunDocument document) {
    return new Computation(document.engine(), document.engineThreads(), document.versions());
  }

  /** As far as the system tells it without a native library. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      String identifier = System.getenv("PROCESSOR_IDENTIFIER"); // Windows
      return identifier == null ? System.getProperty("os.arch") : identifier;
    }
  }

  /** What of this is another in a later computation: {@code engine reference -> compiled}. */
  List<String> differences(Computation later) {
    List<String> differences = new ArrayList<>();
    add(differences, "engine", engine, later.engine);
    if (threads > 0) {
      add(differences, "threads of the engine", "" + threads, "" + later.threads);
    }
    for (String name : List.of("processor", "os", "java", "recipe4j")) {
      String before = versions.get(name);
      if (before != null) {
        add(differences, name, before, later.versions.getOrDefault(name, "unknown"));
      }
    }
    return differences;
  }

  private static void add(List<String> differences, String what, String before, String after) {
    if (!before.equals(after)) {
      differences.add("%s %s -> %s".formatted(what, before, after));
    }
  }
}
