package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Classification;
import dev.recipe4j.runtime.Classifier;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies images with what a run has learned. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = "Classifies images with the best epoch of a run.")
final class PredictCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  @Spec CommandSpec command;

  @Parameters(index = "0", paramLabel = "RUN", description = "Directory of a run.")
  Path run;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "Image files.")
  List<Path> images;

  @Override
  public Integer call() {
    for (Path path : images) {
      if (!Files.isRegularFile(path)) {
        throw new ParameterException(
            command.commandLine(), "%s is not an image file".formatted(path));
      }
    }
    PrintWriter out = command.commandLine().getOut();
    try (Classifier classifier = Classifier.load(run)) {
      for (Path image : images) {
        Classification classes = classifier.classify(image);
        out.println(
            image
                + ": "
                + classes.ranked().stream()
                    .limit(SHOWN)
                    .map(c -> "%s %.1f %%".formatted(c.label(), 100 * c.probability()))
                    .collect(Collectors.joining(", ")));
      }
    }
    return ExitCode.OK;
  }
}
