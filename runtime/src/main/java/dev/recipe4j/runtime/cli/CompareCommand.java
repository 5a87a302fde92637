package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.report.Comparison;
import dev.recipe4j.runtime.report.Comparison.Line;
import dev.recipe4j.runtime.report.ComparisonPage;
import dev.recipe4j.runtime.train.AtomicFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows runs side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Compares runs: results, time and throughput, and the values in which their recipes differ.")
final class CompareCommand implements Callable<Integer> {
  private static final String GAP = "  ";

  /** Values that are longer are cut in the terminal; the page has them whole. */
  private static final int WIDEST = 40;

  @Spec CommandSpec command;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN",
      description = "Directories of runs, at least two.")
  List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write a page with the curves over each other.")
  @Nullable Path out;

  @Override
  public Integer call() {
    if (runs.size() < 2) {
      throw new ParameterException(command.commandLine(), "name at least two runs to compare");
    }
    Comparison comparison = Comparison.of(runs);
    PrintWriter printer = command.commandLine().getOut();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("", comparison.labels()));
    lines.addAll(comparison.results());
    print(lines, printer);
    List<Line> differences = comparison.differences();
    printer.println();
    if (differences.isEmpty()) {
      printer.println("no value of the recipes differs");
    } else {
      printer.println("the recipes differ in:");
      print(differences, printer);
    }
    if (out != null) {
      AtomicFile.write(out, ComparisonPage.of(comparison));
      printer.println("wrote " + out);
    }
    printer.flush();
    return ExitCode.OK;
  }

  /** Lines in columns as wide as their widest cell. */
  private static void print(List<Line> lines, PrintWriter printer) {
    int columns = lines.get(0).values().size();
    int[] widths = new int[columns + 1];
    for (Line line : lines) {
      widths[0] = Math.max(widths[0], line.name().length());
      for (int i = 0; i < columns; i++) {
        widths[i + 1] = Math.max(widths[i + 1], cut(line.values().get(i)).length());
      }
    }
    for (Line line : lines) {
      StringBuilder text = new StringBuilder(padded(line.name(), widths[0]));
      for (int i = 0; i < columns; i++) {
        text.append(GAP).append(padded(cut(line.values().get(i)), widths[i + 1]));
      }
      printer.println(text.toString().stripTrailing());
    }
  }

  private static String cut(String value) {
    return value.length() > WIDEST ? value.substring(0, WIDEST - 3) + "..." : value;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
