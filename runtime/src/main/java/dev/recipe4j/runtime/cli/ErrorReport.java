package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.RunException;
import dev.recipe4j.runtime.data.DataException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells an error in one line; a stack trace only where it is asked for. */
final class ErrorReport implements IExecutionExceptionHandler {
  private final BooleanSupplier debug;

  ErrorReport(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (debug.getAsBoolean()) {
      e.printStackTrace(command.getErr());
    }
    boolean isExplained = e instanceof DataException || e instanceof RunException;
    String message =
        isExplained
            ? String.valueOf(e.getMessage())
            : "unexpected error: %s (--debug shows where)".formatted(e);
    command
        .getErr()
        .println(command.getColorScheme().errorText("recipe4j: " + message.replace('\n', ' ')));
    return ExitCode.SOFTWARE;
  }
}
