package dev.recipe4j.runtime.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code recipe4j} command. Exit codes: 0 done, 1 failed while running, 2 wrong use, 3 findings
 * of severity error, 128 and the number of the signal that stopped a training.
 */
@Command(
    name = "recipe4j",
    mixinStandardHelpOptions = true,
    version = "recipe4j " + Main.VERSION,
    description =
        "Trains image classifiers from recipes that were checked when they were compiled.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      NewCommand.class,
      ListCommand.class,
      ShowCommand.class,
      CheckCommand.class,
      PreflightCommand.class,
      FindLrCommand.class,
      DiffCommand.class,
      PortCommand.class,
      AdviseCommand.class,
      SweepCommand.class,
      ScanCommand.class,
      AugmentCommand.class,
      EvaluateCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      PredictCommand.class,
      ExportCommand.class,
      WeightsCommand.class
    })
public final class Main {
  static final String VERSION = "0.1.0-SNAPSHOT";
  static final int FINDINGS = 3;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  boolean debug;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    Main main = new Main();
    return new CommandLine(main)
        .setExecutionExceptionHandler(new ErrorReport(() -> main.debug))
        .setParameterExceptionHandler(ErrorReport::wrongUse)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
