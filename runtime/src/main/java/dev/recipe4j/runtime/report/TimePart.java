package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.report.Chart.Format;
import dev.recipe4j.runtime.report.Chart.Series;
import dev.recipe4j.runtime.report.Html.Column;
import dev.recipe4j.runtime.train.EpochTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How fast a run was and where its time went. */
final class TimePart {
  private TimePart() {}

  static void write(RunRecord run, Page page) {
    if (run.history().isEmpty()) {
      page.section("throughput", "Throughput and time");
      page.body().element("p", "No epoch was finished.", "class", "missing");
      page.close();
      return;
    }
    page.body().open("div", "class", "pair");
    page.section("throughput", "Throughput");
    page.body().element("p", "Training images a second, evaluation left out.", "class", "note");
    page.chart(throughput("chart-throughput", List.of(run), List.of("images a second")));
    page.body()
        .hiddenTable(
            "As a table",
            "Images a second in each epoch",
            List.of(Column.number("epoch"), Column.number("images/s"), Column.number("time")),
            run.history().stream()
                .map(
                    row ->
                        List.of(
                            Integer.toString(row.epoch()),
                            Numbers.speed(row.imagesPerSecond()),
                            Numbers.duration(row.seconds())))
                .toList());
    page.close();
    times(run, page);
    page.body().close("div");
  }

  /** Images a second of some runs. */
  static Chart throughput(String id, List<RunRecord> runs, List<String> names) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      series.add(
          Series.line(
              names.get(i),
              Curves.measured(runs.get(i), r -> OptionalDouble.of(r.imagesPerSecond()))));
    }
    return Chart.lines(
        id,
        "Training images a second in each epoch.",
        "epoch",
        "images a second",
        Format.NUMBER,
        series);
  }

  private static void times(RunRecord run, Page page) {
    page.section("time", "Where time went");
    List<EpochTimes> times = run.times();
    if (times.isEmpty()) {
      page.body().element("p", "The times of the epochs were not recorded.", "class", "missing");
      page.close();
      return;
    }
    page.body().element("p", summary(times), "class", "note");
    List<String> labels = times.stream().map(row -> Integer.toString(row.epoch())).toList();
    page.chart(
        Chart.stacked(
            "chart-time",
            "Seconds of each epoch: computing, waiting for images, evaluation, storing.",
            "epoch",
            "seconds",
            labels,
            List.of(
                part("computing", times, EpochTimes::computing),
                part("waiting for images", times, EpochTimes::waiting),
                part("evaluation", times, EpochTimes::evaluation),
                part("storing", times, EpochTimes::storing))));
    page.body()
        .hiddenTable(
            "As a table",
            "Seconds of each epoch",
            List.of(
                Column.number("epoch"),
                Column.number("computing"),
                Column.number("waiting"),
                Column.number("evaluation"),
                Column.number("storing")),
            times.stream()
                .map(
                    row ->
                        List.of(
                            Integer.toString(row.epoch()),
                            Numbers.duration(row.computing()),
                            Numbers.duration(row.waiting()),
                            Numbers.duration(row.evaluation()),
                            Numbers.duration(row.storing())))
                .toList());
    page.close();
  }

  private static Chart.Part part(
      String name, List<EpochTimes> times, ToDoubleFunction<EpochTimes> value) {
    return new Chart.Part(name, times.stream().map(row -> value.applyAsDouble(row)).toList());
  }

  private static String summary(List<EpochTimes> times) {
    double all = sum(times, EpochTimes::seconds);
    return "Of %s: computing %s, waiting for images %s, evaluation %s, storing %s."
        .formatted(
            Numbers.duration(all),
            Numbers.roughPercent(sum(times, EpochTimes::computing) / all),
            Numbers.roughPercent(sum(times, EpochTimes::waiting) / all),
            Numbers.roughPercent(sum(times, EpochTimes::evaluation) / all),
            Numbers.roughPercent(sum(times, EpochTimes::storing) / all));
  }

  private static double sum(List<EpochTimes> times, ToDoubleFunction<EpochTimes> value) {
    return times.stream().mapToDouble(value).sum();
  }
}
