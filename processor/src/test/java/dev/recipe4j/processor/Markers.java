package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compares diagnostics with the markers in the sources: {@code // error: [RULE] text} or {@code //
 * warning: ...} stands on a line of its own above the faulty line; the text is a part of the first
 * line of the message. A line without a marker is clean.
 */
final class Markers {
  private static final Pattern MARKER = Pattern.compile("\\s*// (error|warning): (.*)");

  private Markers() {}

  private record Expected(String file, int line, String kind, String text) {}

  /** Fails unless the diagnostics of the compilation are those that the markers announce. */
  static void verify(Map<String, String> sources, Compilation compilation) {
    List<Expected> expected = new ArrayList<>();
    sources.forEach((path, text) -> expected.addAll(expected(path, text)));
    List<String> surprises = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      if (!expected.removeIf(e -> matches(e, diagnostic))) {
        surprises.add(String.valueOf(diagnostic.getMessage(Locale.ROOT)));
      }
    }
    assertEquals(
        "unexpected: [], missing: []",
        "unexpected: %s, missing: %s".formatted(surprises, expected),
        compilation::describe);
  }

  private static List<Expected> expected(String path, String source) {
    List<Expected> expected = new ArrayList<>();
    List<Expected> pending = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i));
      if (marker.matches()) {
        pending.add(new Expected(path, 0, marker.group(1), marker.group(2)));
      } else {
        int line = i + 1;
        pending.forEach(e -> expected.add(new Expected(e.file(), line, e.kind(), e.text())));
        pending.clear();
      }
    }
    return expected;
  }

  private static boolean matches(Expected expected, Diagnostic<? extends JavaFileObject> found) {
    boolean isError = found.getKind() == Diagnostic.Kind.ERROR;
    return found.getSource() != null
        && found.getSource().getName().endsWith(expected.file())
        && found.getLineNumber() == expected.line()
        && expected.kind().equals(isError ? "error" : "warning")
        && found.getMessage(Locale.ROOT).lines().findFirst().orElse("").contains(expected.text());
  }
}
