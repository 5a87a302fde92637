package dev.recipe4j.runtime.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many images may be unreadable. */
final class MaxCorruptOption {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--max-corrupt",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of the images that may be unreadable, as 0.01: they are named and left out."
              + " Default: 0, the first is an error.")
  double share;

  /**
   * The share.
   *
   * @throws ParameterException if it is none
   */
  double checked() {
    if (!(share >= 0 && share < 1)) {
      throw new ParameterException(
          command.commandLine(), "--max-corrupt must be from 0 to below 1, not " + share);
    }
    return share;
  }
}
