package dev.recipe4j.processor.generation;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The learning rate over the epochs as an SVG picture. Drawn without a graphics library: a compiler
 * has no screen, and the same recipe must give the same bytes everywhere.
 */
final class CurvePicture {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final double LEFT = 78;
  private static final double RIGHT = WIDTH - 28;
  private static final double TOP = 86;
  private static final double BOTTOM = HEIGHT - 58;

  private static final int POINTS = 400;
  private static final double WARMUP_LABEL = 46;
  private static final double BOUNDARY_LABEL = 26;

  private final RecipeSpec recipe;
  private final LearningRateCurve curve;
  private final Boundaries boundaries;
  private final Axis epochs;
  private final Axis rates;
  private final StringBuilder svg = new StringBuilder();

  /** Up to where the line of labels above the curve is taken. */
  private double labelled = LEFT;

  private CurvePicture(RecipeSpec recipe) {
    this.recipe = recipe;
    this.curve = TrainingLength.of(recipe).curveOrSketch(recipe);
    this.boundaries = Boundaries.of(recipe);
    this.epochs = Axis.ofWhole(LEFT, RIGHT, curve.epochs());
    this.rates = Axis.beyond(BOTTOM, TOP, curve.peak());
  }

  /** The picture of a recipe's learning rate. */
  static String of(RecipeSpec recipe) {
    return new CurvePicture(recipe).draw();
  }

  private String draw() {
    add(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        font-family="Helvetica, Arial, sans-serif" role="img">
        <title>Learning rate of %3$s</title>
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        """,
        WIDTH, HEIGHT, escaped(recipe.recipe().id()));
    text(LEFT, 30, "start", 18, "#0f172a", "Learning rate of " + recipe.recipe().id());
    text(LEFT, 51, "start", 12.5, "#64748b", subtitle());
    drawWarmup();
    drawAxes();
    drawBoundaries();
    add(
        """
        <path d="%s" fill="none" stroke="#2563eb" stroke-width="2.25" stroke-linejoin="round"/>
        </svg>
        """,
        path());
    return svg.toString();
  }

  private String subtitle() {
    Dataset data = recipe.dataset();
    return "%s%s  ·  batch %d  ·  peak %s  ·  %s"
        .formatted(
            Networks.name(recipe),
            data.name().map(name -> " on " + name).orElse(""),
            recipe.batch().value(),
            Decimals.show(recipe.peak()),
            Decimals.count(curve.epochs(), "epoch"));
  }

  private void drawWarmup() {
    double end = epochs.pixel(Math.min(curve.warmup().epochs(), curve.epochs()));
    if (end <= LEFT) {
      return;
    }
    add(
        """
        <rect x="%s" y="%s" width="%s" height="%s" fill="#eff6ff"/>
        """,
        shown(LEFT), shown(TOP), shown(end - LEFT), shown(BOTTOM - TOP));
    boolean isWide = end - LEFT >= WARMUP_LABEL;
    double middle = LEFT + (isWide ? end - LEFT : WARMUP_LABEL) / 2;
    text(middle, TOP - 8, "middle", 11, "#3b82f6", "warm-up");
    labelled = middle + WARMUP_LABEL / 2;
  }

  private void drawAxes() {
    for (double tick : rates.ticks()) {
      double y = rates.pixel(tick);
      line(LEFT, y, RIGHT, y, tick == 0 ? "#94a3b8" : "#e2e8f0", "");
      text(LEFT - 10, y + 4, "end", 12, "#475569", Decimals.show(tick));
    }
    for (double tick : epochs.ticks()) {
      double x = epochs.pixel(tick);
      line(x, BOTTOM, x, BOTTOM + 5, "#94a3b8", "");
      text(x, BOTTOM + 20, "middle", 12, "#475569", Decimals.show(tick));
    }
    text((LEFT + RIGHT) / 2, HEIGHT - 14, "middle", 12.5, "#334155", "epoch");
    double middle = (TOP + BOTTOM) / 2;
    add(
        """
        <text x="20" y="%1$s" transform="rotate(-90 20 %1$s)" text-anchor="middle" \
        font-size="12.5" fill="#334155">learning rate</text>
        """,
        shown(middle));
  }

  /** Dashed lines where the learning rate falls; epochs above them where they do not collide. */
  private void drawBoundaries() {
    for (double boundary : boundaries.effective(curve)) {
      if (boundary >= curve.epochs()) {
        continue;
      }
      double x = epochs.pixel(boundary);
      line(x, TOP, x, BOTTOM, "#94a3b8", " stroke-dasharray=\"4 4\"");
      if (x - BOUNDARY_LABEL / 2 >= labelled) {
        text(x, TOP - 8, "middle", 11, "#64748b", Decimals.show(boundary));
        labelled = x + BOUNDARY_LABEL / 2;
      }
    }
  }

  private record Point(double x, double y) {}

  /** The curve; points between two of the same height are left out. */
  private String path() {
    List<Point> points = points();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      boolean isBetween =
          i > 0
              && i < points.size() - 1
              && points.get(i - 1).y() == point.y()
              && points.get(i + 1).y() == point.y();
      if (!isBetween) {
        path.append(i == 0 ? "M" : " L").append(shown(point.x())).append(' ');
        path.append(shown(point.y()));
      }
    }
    return path.toString();
  }

  private List<Point> points() {
    Set<Long> jumps = new HashSet<>(boundaries.updates(curve));
    List<Point> points = new ArrayList<>();
    for (long update : sampled(jumps)) {
      if (jumps.contains(update)) {
        points.add(point(update, curve.at(update - 1)));
      }
      points.add(point(update, curve.at(update)));
    }
    points.add(point(curve.updates(), curve.at(curve.updates() - 1)));
    return points;
  }

  private Point point(long update, double rate) {
    return new Point(epochs.pixel((double) update / curve.updatesPerEpoch()), rates.pixel(rate));
  }

  /** About {@link #POINTS} updates, evenly spread, the ends of warm-up and segments among them. */
  private NavigableSet<Long> sampled(Set<Long> jumps) {
    long last = curve.updates() - 1;
    NavigableSet<Long> updates = new TreeSet<>();
    for (long i = 0; i <= POINTS; i++) {
      updates.add(Math.round((double) last * i / POINTS));
    }
    jumps.stream().filter(jump -> jump > 0 && jump <= last).forEach(updates::add);
    if (curve.warmupUpdates() <= last) {
      updates.add(curve.warmupUpdates());
    }
    return updates;
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String more) {
    add(
        """
        <line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s"%s/>
        """,
        shown(x1), shown(y1), shown(x2), shown(y2), colour, more);
  }

  private void text(double x, double y, String anchor, double size, String colour, String text) {
    add(
        """
        <text x="%s" y="%s" text-anchor="%s" font-size="%s" fill="%s">%s</text>
        """,
        shown(x), shown(y), anchor, shown(size), colour, escaped(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  /** Two decimals: finer than a screen, coarser than the last bit of a cosine. */
  private static String shown(double number) {
    return Decimals.show(Math.round(number * 100) / 100.0);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
