package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Chains;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.TolerantData;
import dev.recipe4j.runtime.train.BestEpoch;
import dev.recipe4j.runtime.train.Evaluator;
import dev.recipe4j.runtime.train.Metrics;
import dev.recipe4j.runtime.train.RunException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what a run has learned on other images. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures the best epoch of a run on the validation images of a data set.")
final class EvaluateCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin EngineOption engine;
  @Mixin MaxCorruptOption maxCorrupt;

  @Parameters(paramLabel = "RUN", description = "Directory of a run.")
  Path run;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description =
          "IDX files, CIFAR's binary version, train_list.txt and val_list.txt, or a folder of images"
              + " for each class.")
  @Nullable Path data;

  private int leftOut;

  @Override
  public Integer call() {
    int threads = Runtime.getRuntime().availableProcessors();
    Path folder = Objects.requireNonNull(data, "--data is required");
    try (BestEpoch best =
        BestEpoch.open(
            run,
            engine.engines(command.commandLine().getErr()::println),
            Math.max(1, threads - 1))) {
      ImageData images = images(folder);
      requireSameClasses(best.document().classNames(), images, folder);
      int batch = Math.max(1, best.document().recipe().batch().shard());
      Metrics metrics =
          new Evaluator(
                  best.engine(),
                  images.validation(),
                  Chains.evaluation(best.document().recipe()),
                  batch,
                  threads)
              .evaluate(best.document().recipe().topK());
      command
          .commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "accuracy %.2f %%%s, loss %.4f on %,d images of %s%n",
              100 * metrics.top1(),
              FurtherAccuracies.text(metrics.topK()),
              metrics.loss(),
              images.validation().size() - leftOut,
              folder);
    }
    return ExitCode.OK;
  }

  private ImageData images(Path folder) {
    double share = maxCorrupt.checked();
    ImageData images = ImageData.at(folder);
    if (share == 0) {
      return images;
    }
    ImageData tolerant = TolerantData.of(images, share);
    tolerant.onSkipped(
        message -> {
          leftOut++;
          command.commandLine().getErr().println("recipe4j: " + message);
        });
    return tolerant;
  }

  private void requireSameClasses(List<String> learned, ImageData images, Path folder) {
    List<String> found = images.classNames().orElse(learned);
    if (images.classes() != learned.size() || !found.equals(learned)) {
      throw new RunException(
          "%s has the classes %s, the run %s has learned %s: evaluate it on data of the same classes"
              .formatted(folder, String.join(", ", found), run, String.join(", ", learned)));
    }
  }
}
