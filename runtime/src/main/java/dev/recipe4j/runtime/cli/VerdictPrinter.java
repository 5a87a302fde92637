package dev.recipe4j.runtime.cli;

import dev.recipe4j.Severity;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what the rules say. */
final class VerdictPrinter {
  private VerdictPrinter() {}

  /** A finding in one line, without its fix. */
  static String line(Finding finding) {
    return "%s: [%s] %s"
        .formatted(
            finding.severity().name().toLowerCase(Locale.ROOT), finding.rule(), finding.message());
  }

  /** Every finding that weighs as much as the severity or more. */
  static void print(Verdict verdict, Severity lightest, PrintWriter out) {
    for (Finding finding : verdict.findings()) {
      if (finding.severity().compareTo(lightest) <= 0) {
        out.println(finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.text());
      }
    }
    out.flush();
  }
}
