package dev.recipe4j.runtime;

import dev.recipe4j.Severity;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings as text, as the compiler prints them. */
final class FindingsText {
  private FindingsText() {}

  /** Every error, one after the other. */
  static String errors(Verdict verdict) {
    return upTo(Severity.ERROR, verdict);
  }

  /** The findings that weigh as much as the severity or more. */
  static String upTo(Severity lightest, Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.severity().compareTo(lightest) <= 0)
        .map(FindingsText::of)
        .collect(Collectors.joining("\n"));
  }

  private static String of(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.text();
  }
}
