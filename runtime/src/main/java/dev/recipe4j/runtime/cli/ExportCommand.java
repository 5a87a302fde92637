package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.train.RunWeights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what a run has learned for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the best epoch of a run as safetensors.")
final class ExportCommand implements Callable<Integer> {
  @Spec CommandSpec command;

  @Parameters(paramLabel = "RUN", description = "Directory of a run.")
  Path run;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The new file.")
  @Nullable Path out;

  @Option(
      names = "--names",
      paramLabel = "PUBLISHER",
      description =
          "Whose names the tensors get: recipe4j, torchvision, timm, PaddleClas or Keras, as far as"
              + " they have such a network. Default: ${DEFAULT-VALUE}.")
  String names = "recipe4j";

  @Option(names = "--force", description = "Replace a file.")
  boolean force;

  @Override
  public Integer call() {
    Path file = Objects.requireNonNull(out, "--out is required");
    if (Files.exists(file) && !force) {
      throw new ParameterException(
          command.commandLine(), "%s exists: name another file, or say --force".formatted(file));
    }
    RunWeights.export(run, names, file);
    command.commandLine().getOut().println(file);
    return ExitCode.OK;
  }
}
