package dev.recipe4j.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that one run of the benchmark found, as a section of a Markdown page. */
final class TrainingReport {
  static final String BEGIN = "<!-- bench/train.sh writes what follows -->";
  static final String END = "<!-- bench/train.sh wrote what precedes -->";

  private final int rounds;
  private final double seconds;
  private final double loadBefore = Machine.load();
  private final Map<Contender, List<Measurement>> measurements = new EnumMap<>(Contender.class);
  private final Map<Integer, List<String>> rows = new TreeMap<>();

  /** A report of rounds that each warm up and measure for the given time. */
  TrainingReport(int rounds, double seconds) {
    this.rounds = rounds;
    this.seconds = seconds;
  }

  void add(int threads, Workload workload, Map<Contender, List<Measurement>> measured) {
    measured.forEach(
        (contender, runs) ->
            measurements.computeIfAbsent(contender, first -> new ArrayList<>()).addAll(runs));
    rows.computeIfAbsent(threads, count -> new ArrayList<>())
        .addAll(TrainingTable.rows(workload, measured));
  }

  /** On what and how it was measured, and that the CPU time is that of steps alone. */
  List<String> conditions() throws IOException {
    TreeSet<String> software = new TreeSet<>();
    measurements.values().forEach(runs -> runs.forEach(m -> software.add(m.software())));
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%s: medians of %d rounds of %.0f s, load average %.1f before. %s; %s.",
            LocalDate.now(ZoneId.systemDefault()),
            rounds,
            seconds,
            loadBefore,
            Machine.describe(),
            String.join("; ", software)));
    lines.add("");
    lines.add("CPU time is that between two marks, after start and warm-up:");
    lines.add("");
    lines.add("| contender | CPU seconds before the first mark | compiling between the marks, % |");
    lines.add("| --- | --: | --: |");
    measurements.forEach(
        (contender, runs) -> {
          if (runs.isEmpty()) {
            return;
          }
          DoubleSummaryStatistics start =
              runs.stream().mapToDouble(Measurement::startSeconds).summaryStatistics();
          double compiling = Figures.median(runs, m -> m.compilingSeconds() / m.wallSeconds());
          lines.add(
              format(
                  "| %s | %.1f to %.1f | %.1f |",
                  contender.title(), start.getMin(), start.getMax(), 100 * compiling));
        });
    return lines;
  }

  /** Everything, in Markdown. */
  String section() throws IOException {
    List<String> lines = new ArrayList<>(conditions());
    rows.forEach(
        (threads, rowsOfThreads) -> {
          lines.add("");
          lines.add("### Threads: " + threads);
          lines.add("");
          lines.addAll(TrainingTable.HEAD);
          lines.addAll(rowsOfThreads);
        });
    return String.join("\n", lines);
  }

  /**
   * A page with another section between the two marks.
   *
   * @throws IllegalArgumentException if the marks are missing
   */
  static String replace(String page, String section) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "the page needs the lines '%s' and '%s', in this order".formatted(BEGIN, END));
    }
    return page.substring(0, begin + BEGIN.length())
        + "\n\n"
        + section
        + "\n\n"
        + page.substring(end);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
