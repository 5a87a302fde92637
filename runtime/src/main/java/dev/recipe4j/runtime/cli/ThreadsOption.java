package dev.recipe4j.runtime.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads a command uses. */
final class ThreadsOption {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all processors.")
  @Nullable Integer threads;

  /** As given, else one for each processor. */
  int checked() {
    if (threads != null && threads < 1) {
      throw new ParameterException(
          command.commandLine(), "--threads must be 1 or more, not " + threads);
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
