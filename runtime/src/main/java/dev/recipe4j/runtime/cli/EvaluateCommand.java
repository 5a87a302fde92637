package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Chains;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.TolerantData;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.BestEpoch;
import dev.recipe4j.runtime.train.ConfusionMatrix;
import dev.recipe4j.runtime.train.Evaluation;
import dev.recipe4j.runtime.train.Metrics;
import java.nio.charset.StandardCharsets;
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

  @Option(
      names = "--confusion",
      paramLabel = "FILE",
      description = "Also write the confusion matrix as CSV: a row for each true class.")
  @Nullable Path confusion;

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
      best.document().requireSameClasses(images, folder, run);
      Evaluation evaluation =
          best.examine(images.validation(), Chains.evaluation(best.document().recipe()), threads);
      Metrics metrics = evaluation.metrics();
      command
          .commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "accuracy %.2f %%%s, mean per-class accuracy %.2f %%, loss %.4f on %,d images of %s%n",
              100 * metrics.top1(),
              FurtherAccuracies.text(metrics.topK()),
              100 * evaluation.confusion().meanPerClass(),
              metrics.loss(),
              images.validation().size() - leftOut,
              folder);
      if (confusion != null) {
        write(confusion, evaluation.confusion(), best.document().classNames());
      }
    }
    return ExitCode.OK;
  }

  /** A row for each class, a column for each class that its images were taken for. */
  private static void write(Path file, ConfusionMatrix confusion, List<String> names) {
    StringBuilder text = new StringBuilder("true class");
    names.forEach(name -> text.append(',').append(Csv.cell(name)));
    text.append('\n');
    for (int label = 0; label < names.size(); label++) {
      text.append(Csv.cell(names.get(label)));
      for (int predicted = 0; predicted < names.size(); predicted++) {
        text.append(',').append(confusion.count(label, predicted));
      }
      text.append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
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
}
