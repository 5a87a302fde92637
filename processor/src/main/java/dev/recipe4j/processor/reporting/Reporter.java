package dev.recipe4j.processor.reporting;

import dev.recipe4j.Severity;
import dev.recipe4j.processor.reading.Position;
import dev.recipe4j.processor.reading.Positions;
import dev.recipe4j.processor.reading.Reading;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints messages at their places in the source. */
public final class Reporter {
  private final Messager messager;
  private boolean hasReportedErrors;

  public Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Prints all errors and warnings of a recipe in the order of the source. */
  public void report(Verdict verdict, Positions positions) {
    verdict.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .sorted(Comparator.comparingInt(finding -> positions.of(finding.at()).order()))
        .forEach(finding -> print(finding, positions.of(finding.at())));
  }

  private void print(Finding finding, Position at) {
    print(finding.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING, finding.text(), at);
  }

  /** Says what a recipe names that does not exist. */
  public void incomplete(String recipe, Reading.Incomplete reading) {
    print(
        Kind.ERROR,
        "recipe4j cannot check %s: cannot resolve %s"
            .formatted(recipe, String.join(", ", reading.missing())),
        reading.position());
  }

  /**
   * Says that a recipe changed, by what other processors generated, after its pipeline was written.
   */
  public void outdated(String recipe, Position at) {
    print(
        Kind.ERROR,
        "recipe4j compiled %s before all of its annotations existed: this compiler hides those that"
                .formatted(recipe)
            + " are yet to be generated; compile them beforehand, in a module of their own",
        at);
  }

  /** Says what is wrong with an option of the compiler, which has no place in the source. */
  public void wrongOption(String message) {
    messager.printMessage(Kind.ERROR, "recipe4j: " + message);
  }

  /** Says that the processor itself failed on an element; everything else goes on. */
  public void failed(Element element, Throwable cause) {
    hasReportedErrors = true;
    messager.printMessage(
        Kind.ERROR,
        "recipe4j failed on %s: %s: please report".formatted(element.getSimpleName(), cause),
        element);
  }

  /** Whether anything that was reported stops the compilation. */
  public boolean hasReportedErrors() {
    return hasReportedErrors;
  }

  private void print(Kind kind, String text, Position at) {
    hasReportedErrors |= kind == Kind.ERROR;
    for (Runnable attempt : attempts(kind, text, at)) {
      try {
        attempt.run();
        return;
      } catch (NullPointerException e) {
        // ECJ 3.38 looks through all annotations of an element for a position and fails on an empty
        // array in one of them, before it prints anything.
      }
    }
  }

  /** The most exact position first. */
  private List<Runnable> attempts(Kind kind, String text, Position at) {
    List<Runnable> attempts = new ArrayList<>();
    at.value()
        .ifPresent(
            value ->
                attempts.add(
                    () -> messager.printMessage(kind, text, at.element(), at.annotation(), value)));
    attempts.add(() -> messager.printMessage(kind, text, at.element(), at.annotation()));
    attempts.add(() -> messager.printMessage(kind, text, at.element()));
    return attempts;
  }
}
