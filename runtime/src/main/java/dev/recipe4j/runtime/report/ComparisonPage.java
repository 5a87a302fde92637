package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.report.Chart.Format;
import dev.recipe4j.runtime.report.Chart.Series;
import dev.recipe4j.runtime.report.Comparison.Line;
import dev.recipe4j.runtime.report.Html.Column;
import dev.recipe4j.runtime.train.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Runs side by side as a page: results, differences of the recipes, curves over each other. */
public final class ComparisonPage {
  /** Colours of the style sheet; a seventh run has that of the first. */
  private static final int COLOURS = 6;

  private final Comparison comparison;
  private final Page page;

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
    this.page = new Page("%d runs – recipe4j".formatted(comparison.labels().size()));
  }

  /** The file, in UTF-8. */
  public static byte[] of(Comparison comparison) {
    return new ComparisonPage(comparison).bytes();
  }

  private byte[] bytes() {
    Html body = page.body();
    body.open("header").element("p", "recipe4j comparison", "class", "kicker");
    body.element("h1", "%d runs side by side".formatted(comparison.labels().size()));
    legend(body);
    body.close("header").open("main");
    page.section("results", "Results");
    table("Results of each run", comparison.results());
    page.close();
    page.section("differences", "Differences of the recipes");
    List<Line> differences = comparison.differences();
    if (differences.isEmpty()) {
      body.element("p", "No value differs.");
    } else {
      table("Values in which the recipes differ", differences);
    }
    page.close();
    curves();
    body.close("main");
    body.element(
        "footer",
        "Written by recipe4j; this file needs nothing else. Each run's report.html has its numbers.");
    return page.bytes();
  }

  private void legend(Html body) {
    body.open("ul", "class", "runs");
    for (int i = 0; i < comparison.labels().size(); i++) {
      body.open("li").open("span", "class", "swatch swatch-" + (i % COLOURS + 1)).raw("</span>");
      RunRecord run = comparison.runs().get(i);
      body.text(
          "%s: %s, %s".formatted(comparison.labels().get(i), run.id(), run.outcome().reason()));
      body.close("li");
    }
    body.close("ul");
  }

  private void table(String caption, List<Line> lines) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words(""));
    comparison.labels().forEach(label -> columns.add(Column.words(label)));
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> row = new ArrayList<>();
      row.add(line.name());
      row.addAll(line.values());
      rows.add(row);
    }
    page.body().table(caption, columns, rows);
  }

  private void curves() {
    Html body = page.body();
    body.open("div", "class", "pair");
    curve("test-accuracy", "Test accuracy", "accuracy", Format.PERCENT, EpochResult::testTop1);
    curve(
        "clean-train",
        "Clean train accuracy",
        "accuracy",
        Format.PERCENT,
        EpochResult::cleanTrainTop1);
    curve("test-loss", "Test loss", "loss (nats)", Format.NUMBER, EpochResult::testLoss);
    curve(
        "train-loss",
        "Train loss, as trained",
        "loss (nats)",
        Format.NUMBER,
        row -> OptionalDouble.of(row.trainLoss()));
    learningRate();
    page.section("throughput", "Throughput");
    page.chart(TimePart.throughput("chart-throughput", comparison.runs(), comparison.labels()));
    page.close();
    body.close("div");
  }

  private void curve(
      String id,
      String title,
      String axis,
      Format format,
      Function<EpochResult, OptionalDouble> value) {
    page.section(id, title);
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < comparison.labels().size(); i++) {
      series.add(
          Series.line(
              comparison.labels().get(i), Curves.measured(comparison.runs().get(i), value)));
    }
    chart(Chart.lines("chart-" + id, title + " of each run.", "epoch", axis, format, series));
  }

  private void learningRate() {
    page.section("learning-rate", "Planned learning rate");
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < comparison.labels().size(); i++) {
      series.add(
          Series.line(
              comparison.labels().get(i), Curves.planned(comparison.runs().get(i).curve())));
    }
    chart(
        Chart.lines(
            "chart-learning-rate",
            "Planned learning rate of each run.",
            "epoch",
            "learning rate",
            Format.NUMBER,
            series));
  }

  /** A chart that ends its section. */
  private void chart(Chart chart) {
    if (chart.isEmpty()) {
      page.body().element("p", "Not measured.", "class", "missing");
    }
    page.chart(chart);
    page.close();
  }
}
