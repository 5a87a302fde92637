package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.EpochResult;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the runs of a sweep achieved, the best first; kept in a file as it grows. */
final class SweepTable {
  private static final String HEADER =
      "settings,test_top1,best_test_top1,best_epoch,clean_train_top1,test_loss,seconds,failure";
  private static final double STANDARD_ERRORS = 2;

  private final Path file;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A run, by its last epoch, and by its best, which flatters: it was chosen on the test images.
   */
  private record Row(
      String name,
      OptionalDouble top1,
      OptionalDouble best,
      int bestEpoch,
      OptionalDouble clean,
      OptionalDouble loss,
      double seconds,
      int examples,
      String failure) {}

  SweepTable(Path file) {
    this.file = file;
  }

  /** The values in one line. */
  static String name(List<Setting> settings) {
    return settings.stream().map(Setting::toString).collect(Collectors.joining(" "));
  }

  /** The values as a file can be named after them. */
  static String fileName(List<Setting> settings) {
    return name(settings).replace(' ', '_').replaceAll("[^A-Za-z0-9.=_-]", "-");
  }

  void add(List<Setting> settings, TrainingRun run) {
    EpochResult last = run.last();
    EpochResult best = run.best();
    rows.add(
        new Row(
            name(settings),
            last.testTop1(),
            best.testTop1(),
            best.epoch(),
            last.cleanTrainTop1(),
            last.testLoss(),
            run.history().stream().mapToDouble(EpochResult::seconds).sum(),
            run.document().validationExamples(),
            ""));
    write();
  }

  void addFailed(List<Setting> settings, String reason) {
    OptionalDouble none = OptionalDouble.empty();
    rows.add(new Row(name(settings), none, none, 0, none, none, 0, 0, reason));
    write();
  }

  boolean hasRuns() {
    return rows.stream().anyMatch(row -> row.top1().isPresent());
  }

  private List<Row> ranked() {
    return rows.stream()
        .sorted(Comparator.comparingDouble((Row row) -> -row.top1().orElse(-1)))
        .toList();
  }

  private void write() {
    String text =
        ranked().stream()
            .map(
                row ->
                    String.join(
                        ",",
                        Csv.quoted(row.name()),
                        number(row.top1()),
                        number(row.best()),
                        row.bestEpoch() == 0 ? "" : Integer.toString(row.bestEpoch()),
                        number(row.clean()),
                        number(row.loss()),
                        String.format(Locale.ROOT, "%.1f", row.seconds()),
                        Csv.quoted(row.failure())))
            .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  void print(PrintWriter out) {
    List<Row> ranked = ranked();
    int width = ranked.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    out.printf("%n%-4s %-" + width + "s  %7s  %14s  %11s%n", "", "", "test", "best", "clean train");
    for (int i = 0; i < ranked.size(); i++) {
      Row row = ranked.get(i);
      out.printf(
          "%3d. %-" + width + "s  %s%n",
          i + 1,
          row.name(),
          row.failure().isEmpty()
              ? "%s  %s (ep. %3d)  %s"
                  .formatted(
                      percent(row.top1()),
                      percent(row.best()),
                      row.bestEpoch(),
                      percent(row.clean()))
              : "failed");
    }
    tellOfChance(ranked, out);
    out.println("table: " + file);
    out.flush();
  }

  /** Differences as small as that come from the choice of test images alone. */
  private static void tellOfChance(List<Row> ranked, PrintWriter out) {
    Row first = ranked.get(0);
    if (first.top1().isEmpty() || ranked.size() < 2) {
      return;
    }
    double top1 = first.top1().getAsDouble();
    double errors = STANDARD_ERRORS * Math.sqrt(2 * top1 * (1 - top1) / first.examples());
    out.printf(
        Locale.ROOT,
        "differences below %.2f points may be chance with %,d test images; repeat with --set seed=1,2,3%n",
        100 * errors,
        first.examples());
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%6.2f %%", 100 * share.getAsDouble())
        : "";
  }
}
