package dev.recipe4j.runtime.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recipe4j.decimal.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A chart, as {@code report.js} draws it.
 *
 * @param id of its canvas
 * @param description what it shows, for those who do not see it
 * @param json what the script reads
 */
record Chart(String id, String description, ObjectNode json) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** More are not seen on a screen. */
  private static final int DIGITS = 6;

  /** How the numbers of the upright axis are written. */
  enum Format {
    NUMBER,
    PERCENT,
    SECONDS
  }

  /** A point of a line. */
  record Point(double x, double y) {}

  /** How the points of a line are shown. */
  enum Style {
    LINE,
    DASHED,
    MARKS
  }

  /**
   * A line of a chart.
   *
   * @param points in the order of x; those that are no numbers are left out
   */
  record Series(String name, Style style, List<Point> points) {
    Series {
      points =
          points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
    }

    static Series line(String name, List<Point> points) {
      return new Series(name, Style.LINE, points);
    }
  }

  /** Collects the points of one series, where there is a value. */
  static final class Points {
    private final List<Point> points = new ArrayList<>();

    void add(double x, OptionalDouble y) {
      y.ifPresent(value -> points.add(new Point(x, value)));
    }

    List<Point> list() {
      return points;
    }
  }

  /** Lines over numbers. A series without points has no line, but keeps its colour. */
  static Chart lines(
      String id, String description, String x, String y, Format format, List<Series> series) {
    Chart chart = of(id, description, "line", x, y, format);
    ArrayNode all = chart.json.putArray("series");
    for (int i = 0; i < series.size(); i++) {
      Series one = series.get(i);
      if (one.points().isEmpty()) {
        continue;
      }
      ObjectNode node = all.addObject().put("name", one.name()).put("colour", i);
      node.put("dashed", one.style() == Style.DASHED).put("marks", one.style() == Style.MARKS);
      ArrayNode points = node.putArray("points");
      one.points().forEach(p -> points.addArray().add(rounded(p.x())).add(rounded(p.y())));
    }
    return chart;
  }

  /**
   * Horizontal bars from 0 to 1.
   *
   * @param counts what each bar is a share of
   */
  static Chart bars(
      String id,
      String description,
      List<String> labels,
      List<Double> shares,
      List<Integer> counts) {
    Chart chart = of(id, description, "bars", "class", "accuracy", Format.PERCENT);
    labels.forEach(chart.json.putArray("labels")::add);
    counts.forEach(chart.json.putArray("counts")::add);
    chart.addNumbers("accuracy", shares, chart.json.putArray("series"));
    return chart;
  }

  /** A part of every bar of stacked bars. */
  record Part(String name, List<Double> values) {}

  /** Bars that consist of parts. */
  static Chart stacked(
      String id, String description, String x, String y, List<String> labels, List<Part> parts) {
    Chart chart = of(id, description, "stacked", x, y, Format.SECONDS);
    labels.forEach(chart.json.putArray("labels")::add);
    ArrayNode series = chart.json.putArray("series");
    parts.forEach(part -> chart.addNumbers(part.name(), part.values(), series));
    return chart;
  }

  /** A cell of a heat map that is not 0. */
  record Cell(int row, int column, int count) {}

  /** A heat map of counts. */
  static Chart matrix(String id, String description, List<String> labels, List<Cell> cells) {
    Chart chart = of(id, description, "matrix", "predicted class", "true class", Format.NUMBER);
    labels.forEach(chart.json.putArray("labels")::add);
    ArrayNode all = chart.json.putArray("cells");
    cells.forEach(cell -> all.addArray().add(cell.row()).add(cell.column()).add(cell.count()));
    return chart;
  }

  private static Chart of(
      String id, String description, String kind, String x, String y, Format format) {
    ObjectNode json = JSON.objectNode().put("id", id).put("kind", kind).put("x", x).put("y", y);
    json.put("format", format.name().toLowerCase(Locale.ROOT));
    return new Chart(id, description, json);
  }

  private void addNumbers(String name, List<Double> values, ArrayNode series) {
    ArrayNode points = series.addObject().put("name", name).putArray("points");
    values.forEach(value -> points.add(rounded(value)));
  }

  private static double rounded(double value) {
    return Decimals.rounded(value, DIGITS);
  }

  /** Whether there is anything to draw. */
  boolean isEmpty() {
    return json.path("series").isEmpty() && json.path("cells").isEmpty();
  }
}
