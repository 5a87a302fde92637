package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands as a terminal would, without one. */
final class Terminal {
  private Terminal() {}

  /** What a command left on the terminal. */
  record Outcome(int exitCode, String out, String err) {}

  static Outcome run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    int exitCode = commandLine.execute(words);
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  /** A wrong call or a failure is one line with its exit code. */
  static void assertRefused(int exitCode, String message, Object... arguments) {
    Outcome outcome = run(arguments);
    assertEquals(exitCode, outcome.exitCode, outcome.err);
    assertEquals(1, outcome.err.lines().count(), outcome.err);
    assertTrue(outcome.err.startsWith("recipe4j: "), outcome.err);
    assertTrue(outcome.err.contains(message), outcome.err);
  }
}
