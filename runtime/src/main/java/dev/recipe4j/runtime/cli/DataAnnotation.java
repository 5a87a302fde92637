package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.data.DataFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The facts of a data set as the source of a composed annotation. */
final class DataAnnotation {
  private static final int LINE = 100;

  /** A deviation that 3 decimals show as 0 means that nothing varies, and 0 cannot divide. */
  private static final double SMALLEST_DEVIATION = 0.0005;

  private final DataFacts facts;
  private final String packageName;
  private final String name;

  /**
   * An annotation.
   *
   * @param packageName empty for the unnamed package
   * @param name of the annotation
   */
  DataAnnotation(DataFacts facts, String packageName, String name) {
    this.facts = facts;
    this.packageName = packageName;
    this.name = name;
  }

  /** The whole file. */
  String source() {
    StringBuilder text = new StringBuilder();
    if (!packageName.isEmpty()) {
      text.append("package %s;\n\n".formatted(packageName));
    }
    if (!facts.classNames().isEmpty()) {
      text.append("import dev.recipe4j.ClassNames;\n");
    }
    text.append("import dev.recipe4j.Dataset;\nimport dev.recipe4j.Normalize;\n\n");
    text.append(
        "/** %d training and %d validation images of %d classes, as recipe4j scan found them. */\n"
            .formatted(facts.trainExamples(), facts.validationExamples(), facts.classes()));
    text.append(dataset());
    if (!facts.classNames().isEmpty()) {
      text.append(classNames());
    }
    text.append(
        "@Normalize(\n    mean = {%s},\n    std = {%s})\n"
            .formatted(decimals(facts.mean()), decimals(deviations())));
    return text.append("public @interface %s {}\n".formatted(name)).toString();
  }

  private String dataset() {
    List<String> members = new ArrayList<>();
    members.add("classes = " + facts.classes());
    members.add("trainExamples = " + facts.trainExamples());
    members.add("validationExamples = " + facts.validationExamples());
    members.add(
        facts.imageSize().isPresent()
            ? "imageSize = " + facts.imageSize().getAsInt()
            : "smallestSide = " + facts.smallestSide());
    members.add("channels = " + facts.channels());
    facts.fingerprint().ifPresent(value -> members.add("fingerprint = " + literal(value)));
    String line = "@Dataset(" + String.join(", ", members) + ")";
    return (line.length() <= LINE
            ? line
            : "@Dataset(\n    " + String.join(",\n    ", members) + ")")
        + "\n";
  }

  private String classNames() {
    List<String> literals = facts.classNames().stream().map(DataAnnotation::literal).toList();
    String line = "@ClassNames({" + String.join(", ", literals) + "})";
    return (line.length() <= LINE
            ? line
            : "@ClassNames({\n  " + String.join(",\n  ", literals) + "\n})")
        + "\n";
  }

  private List<Double> deviations() {
    return facts.std().stream().map(std -> std < SMALLEST_DEVIATION ? 1 : std).toList();
  }

  private static String decimals(List<Double> numbers) {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, "%.3f", number))
        .collect(Collectors.joining(", "));
  }

  /**
   * A string literal. Letters of any script stay readable; what a reviewer could not see, such as
   * control characters and marks that turn the direction of text, is escaped.
   */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(literal, c));
    return literal.append('"').toString();
  }

  private static void append(StringBuilder literal, int codePoint) {
    switch (codePoint) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> {
        if (isVisible(codePoint)) {
          literal.appendCodePoint(codePoint);
        } else {
          for (char unit : Character.toChars(codePoint)) {
            literal.append("\\u%04x".formatted((int) unit));
          }
        }
      }
    }
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint == ' ' || !Character.isSpaceChar(codePoint);
    };
  }
}
