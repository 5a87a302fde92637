package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.AugmentationPreview;
import dev.recipe4j.runtime.AugmentationPreview.Row;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.train.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws training images after each step of a recipe. */
@Command(
    name = "augment",
    mixinStandardHelpOptions = true,
    description = "Draws training images after each step of a recipe, with their labels.")
final class AugmentCommand implements Callable<Integer> {
  private static final int MOST = 64;

  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;
  @Mixin DataOption data;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "PNG file to write.")
  @Nullable Path out;

  @Option(names = "--seed", paramLabel = "N", description = "Default: that of the recipe.")
  @Nullable Long seed;

  @Option(
      names = "--epoch",
      paramLabel = "N",
      description = "Epoch whose images are drawn, from 1. Default: the recipe's last.")
  @Nullable Integer epoch;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many images, 1 to 64; they are mixed as one batch. Default: 8.")
  int count;

  @Override
  public Integer call() {
    Pipeline pipeline = recipe.pipeline();
    Path file = Objects.requireNonNull(out, "--out is required");
    check(file);
    long chosenSeed = seed == null ? pipeline.recipe().recipe().seed() : seed;
    int chosenEpoch = epoch == null ? pipeline.recipe().recipe().epochs() : epoch;
    List<Row> rows =
        AugmentationPreview.rows(pipeline, data.of(pipeline), chosenSeed, chosenEpoch, count);
    String title =
        "%s, seed %d, epoch %d".formatted(pipeline.recipe().recipe().id(), chosenSeed, chosenEpoch);
    AtomicFile.write(file, ContactSheet.png(title, rows));
    command
        .commandLine()
        .getOut()
        .printf(
            "wrote %s: %d images in %d steps%n", file, rows.size(), rows.get(0).pictures().size());
    return ExitCode.OK;
  }

  private void check(Path file) {
    PngFile.check(file, command.commandLine());
    if (count < 1 || count > MOST) {
      throw wrongUse("--count must be 1 to %d, not %d".formatted(MOST, count));
    }
    if (epoch != null && epoch < 1) {
      throw wrongUse("--epoch must be 1 or more, not " + epoch);
    }
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
