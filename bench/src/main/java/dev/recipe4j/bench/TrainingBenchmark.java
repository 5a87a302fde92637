package dev.recipe4j.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Compares training steps of our engines with each other and with PyTorch. Every measurement is a
 * process of its own, pinned to processors, and contenders take turns, so that a change in the
 * machine's speed meets all of them.
 */
@Command(
    name = "train.sh",
    description = "Compares training steps with PyTorch's; records a full run in a page.")
final class TrainingBenchmark implements Callable<Integer> {
  /** A step that takes so many times the time of a measurement is measured in one round only. */
  private static final double SLOW = 5;

  @Option(names = "--python", required = true, hidden = true, description = "Python with PyTorch.")
  Path python = Path.of("");

  @Option(names = "--script", required = true, hidden = true, description = "train.py.")
  Path script = Path.of("");

  @Option(names = "--page", required = true, hidden = true, description = "docs/performance.md.")
  Path page = Path.of("");

  @Option(
      names = "--nets",
      split = ",",
      paramLabel = "NET",
      description = "Only these, nothing is recorded: ${COMPLETION-CANDIDATES}.")
  List<Workload> workloads = List.of(Workload.values());

  @Option(
      names = "--contenders",
      split = ",",
      paramLabel = "NAME",
      description = "Only these, nothing is recorded: ${COMPLETION-CANDIDATES}.")
  List<Contender> contenders = List.of(Contender.values());

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}.",
      defaultValue = "1,2")
  List<Integer> threads = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "Default: 5.")
  int rounds = 5;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Of warm-up and again of measuring in each round, at least a step. Default: 2.")
  double seconds = 2;

  @Option(names = "--quick", description = "One round of a second on one thread; records nothing.")
  boolean quick;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  boolean help;

  @Spec CommandSpec command;

  private TrainingBenchmark() {}

  /** Measures, prints and records. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new TrainingBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (quick) {
      threads = List.of(1);
      rounds = 1;
      seconds = 1;
    }
    requireSense();
    if (isComplete()) {
      // Better found missing now than after hours.
      TrainingReport.replace(Files.readString(page), "");
    }
    TrainingReport report = new TrainingReport(rounds, seconds);
    TrainingTable.HEAD.forEach(System.out::println);
    for (int count : threads) {
      for (Workload workload : workloads) {
        Map<Contender, List<Measurement>> measured = measure(workload, count);
        report.add(count, workload, measured);
        TrainingTable.rows(workload, measured).forEach(System.out::println);
      }
    }
    System.out.println();
    report.conditions().forEach(System.out::println);
    if (isComplete()) {
      Files.writeString(page, TrainingReport.replace(Files.readString(page), report.section()));
      System.out.println("Recorded in " + page);
    }
    return 0;
  }

  private void requireSense() {
    int processors = Runtime.getRuntime().availableProcessors();
    for (int count : threads) {
      if (count < 1 || count > processors) {
        throw wrongUse("--threads must be from 1 to %d, not %d".formatted(processors, count));
      }
    }
    if (rounds < 1) {
      throw wrongUse("--rounds must be 1 or more, not " + rounds);
    }
    if (!(seconds > 0)) {
      throw wrongUse("--seconds must be more than 0, not " + seconds);
    }
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** Whether this run is worth being recorded. */
  private boolean isComplete() {
    return !quick
        && workloads.equals(List.of(Workload.values()))
        && contenders.equals(List.of(Contender.values()));
  }

  private Map<Contender, List<Measurement>> measure(Workload workload, int threads)
      throws IOException, InterruptedException {
    Map<Contender, List<Measurement>> measured = new EnumMap<>(Contender.class);
    Set<Contender> done = EnumSet.noneOf(Contender.class);
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : contenders) {
        if (done.contains(contender)) {
          continue;
        }
        System.err.printf(
            Locale.ROOT,
            "%s, threads %d, round %d, %s: ",
            workload.title(),
            threads,
            round,
            contender.title());
        Optional<Measurement> measurement =
            run(contender.process(workload, threads, seconds, python, script));
        System.err.println(measurement.map(Measurement::summary).orElse("failed"));
        measurement.ifPresent(
            m -> measured.computeIfAbsent(contender, first -> new ArrayList<>()).add(m));
        if (measurement.isEmpty()) {
          measured.put(contender, List.of());
        }
        if (measurement.isEmpty() || measurement.get().wallSeconds() > SLOW * seconds) {
          done.add(contender);
        }
      }
    }
    return measured;
  }

  /** What a process printed last, if it ended well and its loss is a number. */
  private static Optional<Measurement> run(ProcessBuilder builder)
      throws IOException, InterruptedException {
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      return Optional.empty();
    }
    String last = output.substring(output.lastIndexOf('\n') + 1);
    return Optional.of(Measurement.parse(last)).filter(m -> Double.isFinite(m.loss()));
  }
}
