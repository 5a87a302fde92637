package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.data.DataException;
import dev.recipe4j.runtime.engine.EngineException;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.RunFindingException;
import dev.recipe4j.runtime.weights.WeightsException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
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
    boolean isExplained =
        e instanceof DataException
            || e instanceof EngineException
            || e instanceof RunException
            || e instanceof WeightsException;
    String message =
        isExplained
            ? String.valueOf(e.getMessage())
            : "unexpected error: %s (--debug shows where)".formatted(e);
    print(message, command);
    return e instanceof RunFindingException ? Main.FINDINGS : ExitCode.SOFTWARE;
  }

  /** Tells what is wrong with the arguments. */
  static int wrongUse(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    print(
        "%s (see '%s --help')".formatted(e.getMessage(), command.getCommandSpec().qualifiedName()),
        command);
    return ExitCode.USAGE;
  }

  private static void print(String message, CommandLine command) {
    command
        .getErr()
        .println(command.getColorScheme().errorText("recipe4j: " + message.replace('\n', ' ')));
  }
}
