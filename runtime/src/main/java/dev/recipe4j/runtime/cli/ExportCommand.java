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
    description = "Writes the best epoch of a run for other programs.")
final class ExportCommand implements Callable<Integer> {
  /** What is written. */
  enum Format {
    SAFETENSORS,
    DL4J,
    ONNX
  }

  @Spec CommandSpec command;

  @Parameters(paramLabel = "RUN", description = "Directory of a run.")
  Path run;

  @Option(
      names = "--format",
      paramLabel = "safetensors|dl4j|onnx",
      description =
          "safetensors, for torch and others; dl4j: a zip that DL4J's ModelSerializer reads without"
              + " recipe4j; onnx: a model for ONNX Runtime and others. Default: safetensors.")
  Format format = Format.SAFETENSORS;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The new file.")
  @Nullable Path out;

  @Option(
      names = "--names",
      paramLabel = "PUBLISHER",
      description =
          "Whose names the tensors get in safetensors: recipe4j, torchvision, timm, PaddleClas or"
              + " Keras, as far as they have such a network. Default: recipe4j.")
  @Nullable String names;

  @Option(names = "--force", description = "Replace a file.")
  boolean force;

  @Override
  public Integer call() {
    Path file = Objects.requireNonNull(out, "--out is required");
    if (Files.exists(file) && !force) {
      throw new ParameterException(
          command.commandLine(), "%s exists: name another file, or say --force".formatted(file));
    }
    if (names != null && format != Format.SAFETENSORS) {
      throw new ParameterException(
          command.commandLine(), "--names goes with --format safetensors; drop it");
    }
    switch (format) {
      case SAFETENSORS -> RunWeights.export(run, names == null ? "recipe4j" : names, file);
      case DL4J -> RunWeights.exportDl4j(run, file);
      case ONNX -> RunWeights.exportOnnx(run, file);
    }
    command.commandLine().getOut().println(file);
    return ExitCode.OK;
  }
}
