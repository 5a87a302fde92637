package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.report.Chart.Cell;
import dev.recipe4j.runtime.report.Html.Column;
import dev.recipe4j.runtime.report.ReportContent.Part;
import dev.recipe4j.runtime.train.ConfusionMatrix;
import dev.recipe4j.runtime.train.ConfusionMatrix.Confusion;
import dev.recipe4j.runtime.train.EvaluationDocument;
import dev.recipe4j.runtime.train.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the best epoch knows, class by class: accuracies, confusions, worst mistakes. */
final class ClassesPart {
  /** Up to so many bars the chart stands in the page; more are scrolled. */
  private static final int BARS_IN_VIEW = 24;

  private static final int PAIRS = 12;

  /** So many confusions are enough for a table; all are in {@code evaluation.json}. */
  private static final int TABLE_PAIRS = 200;

  private final ReportContent content;
  private final Page page;
  private final EvaluationDocument document;
  private final ConfusionMatrix confusion;

  private ClassesPart(ReportContent content, EvaluationDocument document, Page page) {
    this.content = content;
    this.page = page;
    this.document = document;
    this.confusion = document.evaluation().confusion();
  }

  static void write(ReportContent content, Page page) {
    if (content.evaluation().isEmpty()) {
      page.section("classes", "Classes, confusions and mistakes");
      String reason = content.reason(Part.EVALUATION).orElse("It was not measured.");
      page.body().element("p", reason, "class", "missing");
      page.close();
      return;
    }
    ClassesPart part = new ClassesPart(content, content.evaluation().get(), page);
    part.accuracies();
    part.confusions();
    part.mistakes();
  }

  private void accuracies() {
    page.section("classes", "Accuracy of each class");
    page.body()
        .element(
            "p",
            "On the validation images after epoch %d; the mean of the classes is %s."
                .formatted(document.epoch(), Numbers.percent(confusion.meanPerClass())),
            "class",
            "note");
    List<Integer> measured =
        IntStream.range(0, confusion.classes())
            .filter(label -> confusion.images(label) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(this::accuracy))
            .toList();
    boolean isLong = measured.size() > BARS_IN_VIEW;
    Html body = page.body();
    if (isLong) {
      body.open("div", "class", "scroll", "tabindex", "0", "aria-label", "Accuracy of each class");
    }
    page.chart(
        Chart.bars(
            "chart-classes",
            "The accuracy of each class, the lowest first.",
            measured.stream().map(this::name).toList(),
            measured.stream().map(this::accuracy).toList(),
            measured.stream().map(confusion::images).toList()));
    if (isLong) {
      body.close("div");
    }
    body.hiddenTable(
        "As a table",
        "Validation images of each class, and how many are recognised",
        List.of(
            Column.words("class"),
            Column.number("images"),
            Column.number("right"),
            Column.number("accuracy")),
        measured.stream()
            .map(
                label ->
                    List.of(
                        name(label),
                        Numbers.count(confusion.images(label)),
                        Numbers.count(confusion.count(label, label)),
                        Numbers.percent(accuracy(label))))
            .toList());
    page.close();
  }

  private double accuracy(int label) {
    return confusion.accuracy(label).orElse(0);
  }

  private String name(int label) {
    return document.classNames().get(label);
  }

  private void confusions() {
    page.section("confusions", "Confusion matrix");
    List<Cell> cells = new ArrayList<>();
    for (int label = 0; label < confusion.classes(); label++) {
      for (int predicted = 0; predicted < confusion.classes(); predicted++) {
        if (confusion.count(label, predicted) > 0) {
          cells.add(new Cell(label, predicted, confusion.count(label, predicted)));
        }
      }
    }
    page.body()
        .element(
            "p",
            "A row for each true class, a column for what its images were taken for; the stronger"
                + " the colour, the larger the share of the row.",
            "class",
            "note");
    page.body().open("div", "class", "beside").open("div");
    page.chart(
        Chart.matrix(
            "chart-confusion",
            "Confusion matrix; its largest entries are listed below.",
            document.classNames(),
            cells),
        "plot matrix");
    page.body().open("p", "class", "readout", "id", "chart-confusion-readout", "role", "status");
    page.body().text("Point at a cell to read it.").close("p");
    page.body().close("div").open("div");
    List<Confusion> pairs = confusion.confusions();
    if (pairs.isEmpty()) {
      page.body().element("p", "No validation image was mistaken.");
    } else {
      page.body().element("h3", "Most confused");
      page.body()
          .table(
              "Images of a class taken for another, and their share of the class",
              columns(),
              rows(pairs, PAIRS));
    }
    if (pairs.size() > PAIRS) {
      String all =
          pairs.size() > TABLE_PAIRS
              ? "The %d most frequent of %,d pairs".formatted(TABLE_PAIRS, pairs.size())
              : "All %d pairs".formatted(pairs.size());
      page.body().hiddenTable(all, all, columns(), rows(pairs, TABLE_PAIRS));
    }
    page.body().close("div").close("div");
    page.close();
  }

  private static List<Column> columns() {
    return List.of(
        Column.words("true class"),
        Column.words("taken for"),
        Column.number("images"),
        Column.number("share"));
  }

  private List<List<String>> rows(List<Confusion> pairs, int most) {
    return pairs.stream()
        .limit(most)
        .map(
            pair ->
                List.of(
                    name(pair.label()),
                    name(pair.predicted()),
                    Numbers.count(pair.images()),
                    Numbers.percent((double) pair.images() / confusion.images(pair.label()))))
        .toList();
  }

  private void mistakes() {
    page.section("mistakes", "Worst mistakes");
    List<Mistake> mistakes = document.evaluation().mistakes();
    Html body = page.body();
    if (mistakes.isEmpty()) {
      body.element("p", "There are none: every validation image is recognised.");
    } else {
      body.element(
          "p",
          "The validation images of the highest loss: what they are, and what the network says"
              + " instead. Look for labels that are wrong.",
          "class",
          "note");
    }
    content.reason(Part.MISTAKES).ifPresent(why -> body.element("p", why, "class", "missing"));
    body.open("ul", "class", "pictures");
    mistakes.forEach(this::mistake);
    body.close("ul");
    page.close();
  }

  private void mistake(Mistake mistake) {
    Html body = page.body().open("li").open("figure");
    Image image = content.mistakes().get(mistake.index());
    if (image != null) {
      Thumbnail.write(
          body,
          image,
          "%s, taken for %s".formatted(name(mistake.label()), name(mistake.predicted())));
    } else if (!content.mistakes().isEmpty()) {
      body.element("div", "no picture", "class", "picture-gap");
    }
    body.open("figcaption");
    body.element(
        "span",
        "%s %s"
            .formatted(name(mistake.predicted()), Numbers.percent(mistake.predictedProbability())),
        "class",
        "said");
    body.open("br").text("is ");
    body.element(
        "span",
        "%s %s".formatted(name(mistake.label()), Numbers.percent(mistake.labelProbability())),
        "class",
        "true");
    body.element(
        "span",
        "%s, loss %s".formatted(mistake.name(), Numbers.loss(mistake.loss())),
        "class",
        "name");
    body.close("figcaption").close("figure").close("li");
  }
}
