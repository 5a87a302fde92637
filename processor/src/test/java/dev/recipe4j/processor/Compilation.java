package dev.recipe4j.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler made of sources.
 *
 * @param log what it printed apart from diagnostics
 * @param out where its classes, sources and resources are
 */
record Compilation(
    boolean succeeded,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    String log,
    Path out) {

  /** The text of a file that was written. */
  String file(String path) {
    try {
      return Files.readString(out.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(describe(), e);
    }
  }

  boolean has(String path) {
    return Files.exists(out.resolve(path));
  }

  List<String> messages(Diagnostic.Kind kind) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() == kind)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  List<String> errors() {
    return messages(Diagnostic.Kind.ERROR);
  }

  /** Everything, for the message of a failing test. */
  String describe() {
    StringBuilder text = new StringBuilder(log);
    diagnostics.forEach(
        d ->
            text.append(d.getSource() == null ? "" : d.getSource().getName())
                .append(":%d: %s: ".formatted(d.getLineNumber(), d.getKind()))
                .append(d.getMessage(Locale.ROOT))
                .append('\n'));
    return text.toString();
  }
}
