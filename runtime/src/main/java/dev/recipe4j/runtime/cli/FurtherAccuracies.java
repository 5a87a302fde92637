package dev.recipe4j.runtime.cli;

import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The accuracies beside top-1, for people. */
final class FurtherAccuracies {
  private FurtherAccuracies() {}

  /** As in {@code " (top 3 88.00 %, top 5 97.50 %)"}; empty if there are none. */
  static String text(SortedMap<Integer, Double> topK) {
    return topK.isEmpty()
        ? ""
        : topK.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "top %d %.2f %%", e.getKey(), 100 * e.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
