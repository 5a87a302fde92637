package dev.recipe4j.bench;

import dev.recipe4j.bench.InputWorker.Chain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Compares loading of photos with torchvision's: decode, random resized crop, flip, RandAugment or
 * not, normalise, batch. Every measurement is a process of its own, pinned to processors, and
 * contenders take turns.
 */
@Command(
    name = "input.sh",
    description = "Compares loading of photos with torchvision's, on 1 and 2 processors.")
final class InputBenchmark implements Callable<Integer> {
  private static final String OURS = "recipe4j";
  private static final String TORCHVISION = "torchvision, PIL";
  private static final String TUNED = "torchvision, PIL, tuned malloc";

  /** Copies of every photo: an epoch should not be over at once. */
  private static final int COPIES = 12;

  @Option(names = "--python", required = true, hidden = true, description = "With torchvision.")
  Path python = Path.of("");

  @Option(names = "--script", required = true, hidden = true, description = "input.py.")
  Path script = Path.of("");

  @Parameters(paramLabel = "PHOTOS", description = "A folder of pictures.")
  Path photos = Path.of("");

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}.",
      defaultValue = "1,2")
  List<Integer> threads = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "Default: 5.")
  int rounds = 5;

  @Option(names = "--seconds", paramLabel = "S", description = "Of each measurement. Default: 3.")
  double seconds = 3;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  boolean help;

  private InputBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new InputBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("recipe4j-input");
    try {
      Path prepared = Files.createDirectories(folder.resolve("train/photos"));
      run(
          List.of(
              python.toString(),
              script.toString(),
              "prepare",
              photos.toString(),
              prepared.toString()),
          false);
      copy(prepared, Files.createDirectories(folder.resolve("val/photos")));
      System.out.println(Machine.describe());
      System.out.println();
      System.out.println(
          "| contender | images/s by CPU time | ratio | images/s by wall time | ratio |");
      System.out.println("|---|---|---|---|---|");
      for (int count : threads) {
        for (Chain chain : Chain.values()) {
          measure(folder, prepared, chain, count);
        }
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return 0;
  }

  /** Copies the photos for more of them, and one for validation, which is not measured. */
  private static void copy(Path prepared, Path validation) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(prepared)) {
      all = files.sorted().toList();
    }
    Files.copy(all.get(0), validation.resolve("0.jpg"));
    for (Path file : all) {
      for (int copy = 1; copy < COPIES; copy++) {
        Files.copy(file, prepared.resolve(copy + "-" + file.getFileName()));
      }
    }
  }

  private void measure(Path folder, Path prepared, Chain chain, int count)
      throws IOException, InterruptedException {
    Map<String, List<InputMeasurement>> measured = new LinkedHashMap<>();
    for (String contender : List.of(OURS, TORCHVISION, TUNED)) {
      measured.put(contender, new ArrayList<>());
    }
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<String, List<InputMeasurement>> entry : measured.entrySet()) {
        String contender = entry.getKey();
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0-" + (count - 1)));
        command.addAll(contender.equals(OURS) ? javaCommand(folder) : pythonCommand(prepared));
        command.addAll(List.of(chain.name(), Integer.toString(count), Double.toString(seconds)));
        InputMeasurement one = InputMeasurement.parse(run(command, contender.equals(TUNED)));
        System.err.printf(
            Locale.ROOT,
            "%s, threads %d, round %d, %s: %.0f images/s by CPU, %.0f by wall (%s)%n",
            chain.title(),
            count,
            round,
            contender,
            one.imagesByCpu(),
            one.imagesByWall(),
            one.software());
        entry.getValue().add(one);
      }
    }
    print(chain, count, measured);
  }

  /** CPU time of several processes is not known, so of torchvision it is left out there. */
  private static void print(Chain chain, int count, Map<String, List<InputMeasurement>> measured) {
    double cpu = best(measured, InputMeasurement::imagesByCpu);
    double wall = best(measured, InputMeasurement::imagesByWall);
    System.out.printf("| **%s, threads: %d** | | | | |%n", chain.title(), count);
    measured.forEach(
        (contender, runs) -> {
          double byCpu = Figures.median(runs, InputMeasurement::imagesByCpu);
          double byWall = Figures.median(runs, InputMeasurement::imagesByWall);
          boolean known = count == 1 || contender.equals(OURS);
          System.out.printf(
              Locale.ROOT,
              "| %s | %s | %s | %.0f | %.2f |%n",
              contender,
              known ? String.format(Locale.ROOT, "%.0f", byCpu) : "",
              count == 1 ? String.format(Locale.ROOT, "%.2f", byCpu / cpu) : "",
              byWall,
              byWall / wall);
        });
  }

  /** Of torchvision. */
  private static double best(
      Map<String, List<InputMeasurement>> measured, ToDoubleFunction<InputMeasurement> figure) {
    return Stream.of(TORCHVISION, TUNED)
        .mapToDouble(
            contender -> Figures.median(measured.getOrDefault(contender, List.of()), figure))
        .max()
        .orElseThrow();
  }

  private static List<String> javaCommand(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        InputWorker.class.getName(),
        folder.toString());
  }

  private List<String> pythonCommand(Path prepared) {
    return List.of(python.toString(), script.toString(), "measure", prepared.toString());
  }

  /** What a process printed last. */
  private static String run(List<String> command, boolean tunedMalloc)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    if (tunedMalloc) {
      builder.environment().put("GLIBC_TUNABLES", Contender.TUNED_MALLOC);
    }
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
    return output.substring(output.lastIndexOf('\n') + 1);
  }
}
