package dev.recipe4j.runtime.report;

import dev.recipe4j.declaration.Difference;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.EpochTimes;
import dev.recipe4j.runtime.train.EvaluationDocument;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunOutcome.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Some runs side by side. */
public final class Comparison {
  private static final String NONE = "–";

  private final List<Entry> entries;

  /**
   * A run that is compared.
   *
   * @param label what it is called: its directory, as far as that tells it from the others
   * @param run the run
   * @param evaluation its best epoch, class by class
   */
  record Entry(String label, RunRecord run, Optional<EvaluationDocument> evaluation) {}

  /**
   * A line of a table.
   *
   * @param name what is compared
   * @param values of each run
   */
  public record Line(String name, List<String> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  private Comparison(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads runs.
   *
   * @param runDirectories at least two
   * @throws dev.recipe4j.runtime.train.RunException if one is not a run or is damaged
   */
  public static Comparison of(List<Path> runDirectories) {
    List<String> labels = labels(runDirectories);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      RunDirectory directory = new RunDirectory(runDirectories.get(i));
      RunRecord run = RunRecord.read(directory);
      int best = run.best().map(EpochResult::epoch).orElse(0);
      entries.add(
          new Entry(labels.get(i), run, directory.evaluation().filter(d -> d.epoch() == best)));
    }
    return new Comparison(entries);
  }

  /** The last names of the directories, or the whole paths if two are equal. */
  private static List<String> labels(List<Path> directories) {
    List<String> names =
        directories.stream()
            .map(d -> d.toAbsolutePath().normalize().getFileName())
            .map(String::valueOf)
            .toList();
    Set<String> different = new LinkedHashSet<>(names);
    return different.size() == names.size()
        ? names
        : directories.stream().map(Path::toString).toList();
  }

  /** What the runs are called. */
  public List<String> labels() {
    return entries.stream().map(Entry::label).toList();
  }

  List<RunRecord> runs() {
    return entries.stream().map(Entry::run).toList();
  }

  /** Results, loss, time and throughput of each run. */
  public List<Line> results() {
    return List.of(
        line("recipe", entry -> entry.run().id()),
        line("outcome", entry -> words(entry.run().outcome().kind())),
        ofBest("best test accuracy", row -> Numbers.percent(row.testTop1())),
        ofBest("after epoch", row -> Integer.toString(row.epoch())),
        ofBest("test loss there", row -> Numbers.loss(row.testLoss())),
        line("mean per-class accuracy", Comparison::meanPerClass),
        ofLast("last test accuracy", row -> Numbers.percent(row.testTop1())),
        ofLast("last clean train accuracy", row -> Numbers.percent(row.cleanTrainTop1())),
        ofLast("last train loss", row -> Numbers.loss(row.trainLoss())),
        ofLast("epochs", row -> Integer.toString(row.epoch())),
        ofLast("updates", row -> Numbers.count(row.step())),
        line("time", entry -> Numbers.duration(entry.run().seconds())),
        line("images a second", entry -> Numbers.speed(entry.run().imagesPerSecond())),
        line("waiting for images", Comparison::waiting),
        line("engine", entry -> entry.run().document().engine()));
  }

  private static String words(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String meanPerClass(Entry entry) {
    return entry
        .evaluation()
        .map(d -> Numbers.percent(d.evaluation().confusion().meanPerClass()))
        .orElse(NONE);
  }

  private static String waiting(Entry entry) {
    List<EpochTimes> times = entry.run().times();
    double all = times.stream().mapToDouble(EpochTimes::seconds).sum();
    double waiting = times.stream().mapToDouble(EpochTimes::waiting).sum();
    return times.isEmpty() ? NONE : Numbers.roughPercent(waiting / all);
  }

  private Line line(String name, Function<Entry, String> value) {
    return new Line(name, entries.stream().map(value).toList());
  }

  private Line ofBest(String name, Function<EpochResult, String> value) {
    return line(name, entry -> entry.run().best().map(value).orElse(NONE));
  }

  private Line ofLast(String name, Function<EpochResult, String> value) {
    return line(name, entry -> entry.run().last().map(value).orElse(NONE));
  }

  /**
   * The values of the recipes in which any run differs from the first; of one that is as in the
   * first, the first one's value.
   */
  public List<Line> differences() {
    RunRecord first = entries.get(0).run();
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (int i = 1; i < entries.size(); i++) {
      for (Difference difference :
          Difference.between(first.document().recipe(), entries.get(i).run().document().recipe())) {
        List<String> values =
            lines.computeIfAbsent(
                difference.key(),
                key -> new ArrayList<>(Collections.nCopies(entries.size(), difference.before())));
        values.set(i, difference.after());
      }
    }
    return lines.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue())).toList();
  }
}
