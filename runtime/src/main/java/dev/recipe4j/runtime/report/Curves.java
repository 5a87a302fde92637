package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.report.Chart.Format;
import dev.recipe4j.runtime.report.Chart.Point;
import dev.recipe4j.runtime.report.Chart.Points;
import dev.recipe4j.runtime.report.Chart.Series;
import dev.recipe4j.runtime.report.Chart.Style;
import dev.recipe4j.runtime.report.Html.Column;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Mix;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Learning rate, losses and accuracies over the epochs. */
final class Curves {
  /** More points than a screen is wide show nothing more. */
  static final int MOST_POINTS = 2000;

  private final RunRecord run;
  private final Page page;

  private Curves(RunRecord run, Page page) {
    this.run = run;
    this.page = page;
  }

  static void write(RunRecord run, Page page) {
    Curves curves = new Curves(run, page);
    curves.learningRate();
    if (run.history().isEmpty()) {
      page.section("loss", "Loss and accuracy");
      page.body().element("p", "No epoch was finished.", "class", "missing");
      page.close();
      return;
    }
    page.body().open("div", "class", "pair");
    curves.losses();
    curves.accuracies();
    page.body().close("div");
  }

  private void learningRate() {
    page.section("learning-rate", "Learning rate");
    page.body()
        .element(
            "p",
            "Planned for every update by the recipe, and used by the last update of each epoch.",
            "class",
            "note");
    page.chart(
        Chart.lines(
            "chart-learning-rate",
            "The learning rate over the epochs, as planned and as used.",
            "epoch",
            "learning rate",
            Format.NUMBER,
            List.of(
                Series.line("planned", planned(run.curve())),
                new Series("used", Style.MARKS, measured(r -> of(r.learningRate()))))));
    List<Column> columns =
        List.of(Column.number("epoch"), Column.number("planned"), Column.number("used"));
    List<List<String>> rows = new ArrayList<>();
    LearningRateCurve curve = run.curve();
    for (EpochResult row : run.history()) {
      long update = Math.min(row.step(), curve.updates()) - 1;
      rows.add(
          List.of(
              Integer.toString(row.epoch()),
              Numbers.rate(curve.at(update)),
              Numbers.rate(row.learningRate())));
    }
    table("Learning rate of the last update of each epoch", columns, rows);
    page.close();
  }

  /** The learning rate of every update, or of as many as are seen. */
  static List<Point> planned(LearningRateCurve curve) {
    List<Point> points = new ArrayList<>();
    long last = curve.updates() - 1;
    long steps = Math.min(last, MOST_POINTS - 1);
    for (long i = 0; i <= steps; i++) {
      long update = steps == 0 ? 0 : last * i / steps;
      points.add(new Point((update + 1.0) / curve.updatesPerEpoch(), curve.at(update)));
    }
    return points;
  }

  private void losses() {
    page.section("loss", "Loss");
    page.chart(
        Chart.lines(
            "chart-loss",
            "The mean loss over the epochs, in training and on the validation images.",
            "epoch",
            "loss (nats)",
            Format.NUMBER,
            List.of(
                Series.line("train, as trained", measured(r -> of(r.trainLoss()))),
                Series.line("test", measured(EpochResult::testLoss)))));
    table(
        "Mean loss in nats",
        List.of(Column.number("epoch"), Column.number("train"), Column.number("test")),
        rows(r -> List.of(Numbers.loss(r.trainLoss()), Numbers.loss(r.testLoss()))));
    page.body().element("p", lossNote(run.document().recipe()), "class", "note");
    page.close();
  }

  /** Whether the losses can be compared. */
  static String lossNote(RecipeSpec recipe) {
    boolean isSoft = recipe.smoothing() > 0 || !recipe.mixes().isEmpty();
    return isSoft
        ? "The loss in training is against softened labels, that of the test against single"
            + " classes: the two cannot be compared."
        : "Without the penalty of weight decay.";
  }

  private void accuracies() {
    page.section("accuracy", "Accuracy");
    List<Series> series = new ArrayList<>();
    series.add(Series.line("test", measured(EpochResult::testTop1)));
    series.add(Series.line("clean train", measured(EpochResult::cleanTrainTop1)));
    series.add(new Series("train, as trained", Style.DASHED, measured(EpochResult::trainTop1)));
    SortedSet<Integer> further = new TreeSet<>();
    run.history().forEach(row -> further.addAll(row.testTopK().keySet()));
    for (int k : further) {
      series.add(Series.line("test, top " + k, measured(r -> topK(r, k))));
    }
    page.chart(
        Chart.lines(
            "chart-accuracy",
            "The accuracies over the epochs, in training and on the validation images.",
            "epoch",
            "accuracy",
            Format.PERCENT,
            series));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.number("epoch"));
    columns.add(Column.number("test"));
    columns.add(Column.number("clean train"));
    columns.add(Column.number("as trained"));
    further.forEach(k -> columns.add(Column.number("test, top " + k)));
    table("Accuracies", columns, rows(row -> cells(row, further)));
    page.body().element("p", accuracyNote(run.document().recipe()), "class", "note");
    page.close();
  }

  private static List<String> cells(EpochResult row, SortedSet<Integer> further) {
    List<String> cells = new ArrayList<>();
    cells.add(Numbers.percent(row.testTop1()));
    cells.add(Numbers.percent(row.cleanTrainTop1()));
    cells.add(Numbers.percent(row.trainTop1()));
    further.forEach(k -> cells.add(Numbers.percent(topK(row, k))));
    return cells;
  }

  /** Which accuracies can be compared: those of mixed batches cannot. */
  static String accuracyNote(RecipeSpec recipe) {
    String fixed =
        "Clean train is measured on a fixed part of the training images without augmentation;"
            + " as trained, on the augmented batches while the weights change.";
    if (recipe.mixes().isEmpty()) {
      return fixed;
    }
    String mixes =
        recipe.mixes().stream()
            .map(mix -> mix.getClass().getSimpleName())
            .collect(Collectors.joining(" and "));
    double mixed = recipe.mixes().stream().mapToDouble((Mix m) -> recipe.probability(m)).sum();
    return mixed >= 1
        ? fixed
            + " Here %s mixes every batch, so that there is no accuracy as trained: compare test with clean train."
                .formatted(mixes)
        : fixed
            + " Here %s mixes %s of the batches, and those do not count: compare test with clean train."
                .formatted(mixes, Numbers.percent(mixed));
  }

  private List<Point> measured(Function<EpochResult, OptionalDouble> value) {
    return measured(run, value);
  }

  /** A measurement over the epochs. */
  static List<Point> measured(RunRecord run, Function<EpochResult, OptionalDouble> value) {
    Points points = new Points();
    run.history().forEach(row -> points.add(row.epoch(), value.apply(row)));
    return points.list();
  }

  private static OptionalDouble of(double value) {
    return OptionalDouble.of(value);
  }

  private static OptionalDouble topK(EpochResult row, int k) {
    Double share = row.testTopK().get(k);
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  private List<List<String>> rows(Function<EpochResult, List<String>> cells) {
    List<List<String>> rows = new ArrayList<>();
    for (EpochResult row : run.history()) {
      List<String> line = new ArrayList<>();
      line.add(Integer.toString(row.epoch()));
      line.addAll(cells.apply(row));
      rows.add(line);
    }
    return rows;
  }

  private void table(String caption, List<Column> columns, List<List<String>> rows) {
    if (!run.history().isEmpty()) {
      page.body().hiddenTable("As a table", caption, columns, rows);
    }
  }
}
