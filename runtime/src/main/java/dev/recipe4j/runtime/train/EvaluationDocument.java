package dev.recipe4j.runtime.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code evaluation.json}: what the best epoch of a run achieves on the validation images, class by
 * class. The file repeats what follows from its confusion matrix, for other programs; only the
 * matrix is read. {@code docs/report.md} describes it.
 *
 * @param epoch that was measured, from 1
 * @param classNames names of the classes, class 0 first
 * @param evaluation what was measured
 */
public record EvaluationDocument(int epoch, List<String> classNames, Evaluation evaluation) {
  static final String FILE = "evaluation.json";
  private static final int FORMAT = 1;

  /**
   * @throws IllegalArgumentException if there is not one name for each class
   */
  public EvaluationDocument {
    classNames = List.copyOf(classNames);
    if (classNames.size() != evaluation.confusion().classes()) {
      throw new IllegalArgumentException(
          "%d names of %d classes".formatted(classNames.size(), evaluation.confusion().classes()));
    }
  }

  void write(Path file) {
    ConfusionMatrix confusion = evaluation.confusion();
    Metrics metrics = evaluation.metrics();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT).put("epoch", epoch);
    root.put("loss", metrics.loss()).put("top1", metrics.top1());
    ObjectNode topK = root.putObject("topK");
    metrics.topK().forEach((k, share) -> topK.put(Integer.toString(k), share));
    root.put("meanPerClass", confusion.meanPerClass());
    ArrayNode classes = root.putArray("classes");
    ArrayNode rows = root.putArray("confusion");
    for (int label = 0; label < confusion.classes(); label++) {
      ObjectNode entry = classes.addObject().put("name", classNames.get(label));
      entry.put("images", confusion.images(label)).put("right", confusion.count(label, label));
      OptionalDouble accuracy = confusion.accuracy(label);
      if (accuracy.isPresent()) {
        entry.put("accuracy", accuracy.getAsDouble());
      }
      ArrayNode row = rows.addArray();
      for (int predicted = 0; predicted < confusion.classes(); predicted++) {
        row.add(confusion.count(label, predicted));
      }
    }
    ArrayNode mistakes = root.putArray("mistakes");
    evaluation.mistakes().forEach(mistake -> write(mistake, mistakes.addObject()));
    JsonFile.write(file, root);
  }

  private static void write(Mistake mistake, ObjectNode node) {
    node.put("index", mistake.index())
        .put("name", mistake.name())
        .put("label", mistake.label())
        .put("predicted", mistake.predicted())
        .put("labelProbability", mistake.labelProbability())
        .put("predictedProbability", mistake.predictedProbability());
    if (Double.isFinite(mistake.loss())) { // JSON has no infinity.
      node.put("loss", mistake.loss());
    }
  }

  /**
   * Reads the document; empty if there is none.
   *
   * @throws RunException if the file is damaged
   */
  static Optional<EvaluationDocument> read(Path file) {
    return JsonFile.read(file, EvaluationDocument::of);
  }

  private static EvaluationDocument of(JsonNode root) {
    if (root.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException("unknown format " + root.path("format"));
    }
    List<String> names = new ArrayList<>();
    root.path("classes").forEach(entry -> names.add(entry.path("name").asText()));
    SortedMap<Integer, Double> topK = new TreeMap<>();
    root.path("topK")
        .properties()
        .forEach(entry -> topK.put(Integer.valueOf(entry.getKey()), entry.getValue().asDouble()));
    List<Mistake> mistakes = new ArrayList<>();
    for (JsonNode mistake : root.path("mistakes")) {
      mistakes.add(
          new Mistake(
              whole(mistake.path("index")),
              mistake.path("name").asText(),
              below(names.size(), mistake.path("label")),
              below(names.size(), mistake.path("predicted")),
              mistake.path("loss").asDouble(Double.POSITIVE_INFINITY),
              mistake.path("labelProbability").asDouble(),
              mistake.path("predictedProbability").asDouble()));
    }
    Metrics metrics = new Metrics(root.path("loss").asDouble(), root.path("top1").asDouble(), topK);
    return new EvaluationDocument(
        whole(root.path("epoch")),
        names,
        new Evaluation(metrics, confusion(root.path("confusion"), names.size()), mistakes));
  }

  private static ConfusionMatrix confusion(JsonNode rows, int classes) {
    ConfusionMatrix confusion = new ConfusionMatrix(classes);
    if (rows.size() != classes) {
      throw new IllegalArgumentException(
          "a confusion matrix of %d rows for %d classes".formatted(rows.size(), classes));
    }
    for (int label = 0; label < classes; label++) {
      if (rows.get(label).size() != classes) {
        throw new IllegalArgumentException(
            "a row of %d counts for %d classes".formatted(rows.get(label).size(), classes));
      }
      for (int predicted = 0; predicted < classes; predicted++) {
        confusion.add(label, predicted, whole(rows.get(label).get(predicted)));
      }
    }
    return confusion;
  }

  private static int below(int end, JsonNode node) {
    int value = whole(node);
    if (value >= end) {
      throw new IllegalArgumentException("class %d of %d".formatted(value, end));
    }
    return value;
  }

  private static int whole(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
      throw new IllegalArgumentException(
          (node.isMissingNode() ? "a missing value" : node) + " is no count");
    }
    return node.intValue();
  }
}
