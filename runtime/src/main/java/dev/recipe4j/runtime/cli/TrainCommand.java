package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.EngineKind;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunStoppedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a recipe. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a recipe and leaves a run directory.")
final class TrainCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;
  @Mixin DataOption data;
  @Mixin SettingOption set;
  @Mixin EngineOption engine;
  @Mixin MaxCorruptOption maxCorrupt;
  @Mixin ThreadsOption threads;
  @Mixin WeightsOption weights;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New directory of the run. Default: runs/<id>-<time>.")
  @Nullable Path out;

  @Option(
      names = "--class-balanced",
      description = "Meet the images of every class as often as those of the largest.")
  boolean classBalanced;

  @Option(
      names = "--resume",
      description =
          "Go on with the stopped run in --out DIR, or with the newest in runs/ of this recipe.")
  boolean resume;

  @Option(
      names = "--extend",
      description = "With --resume: go on although recipe or data have changed.")
  boolean extend;

  @Option(
      names = "--profile",
      description = "Time every primitive of the compiled engine and print where a step goes.")
  boolean profile;

  @Option(names = "--quiet", description = "Print the result only.")
  boolean quiet;

  @Override
  public Integer call() {
    Pipeline compiled = recipe.pipeline();
    if (extend && !resume) {
      throw wrongUse("--extend goes with --resume");
    }
    if (profile && engine.kind == EngineKind.REFERENCE) {
      throw wrongUse("--profile times the compiled engine: drop it, or --engine reference");
    }
    Optional<Pipeline> chosen = set.configured(compiled);
    if (chosen.isEmpty()) {
      return Main.FINDINGS;
    }
    Pipeline pipeline = chosen.get();
    Training training = Training.of(pipeline, data.of(pipeline));
    if (resume) {
      training.resume(out == null ? newestRun(pipeline) : out);
    } else if (out != null) {
      training.out(out);
    }
    if (extend) {
      training.extend();
    }
    training.engine(engine.kind, engine.convolution);
    if (profile) {
      training.engine(engine.profiled(command.commandLine().getOut()));
    }
    training.threads(threads.checked());
    training.maxCorrupt(maxCorrupt.checked());
    if (classBalanced) {
      training.classBalanced();
    }
    weights.file().ifPresent(training::weights);
    PrintWriter printer = command.commandLine().getOut();
    TrainingProgress progress = new TrainingProgress(printer);
    if (!quiet) {
      training.listener(progress);
    }
    TrainingRun run;
    try (StopSignals signals = StopSignals.install(command.commandLine().getErr());
        progress) {
      training.listener(signals.listener()).stopIf(signals::isRaised);
      try {
        run = training.train();
      } catch (RunStoppedException e) {
        progress.close();
        return stopped(e, signals);
      }
    }
    EpochResult last = run.last();
    printer.printf(
        "trained %s: test accuracy %.2f %% (best %.2f %% after epoch %d) in %s%n",
        pipeline.recipe().recipe().id(),
        100 * last.testTop1().orElseThrow(),
        100 * run.best().testTop1().orElseThrow(),
        run.best().epoch(),
        run.directory());
    return ExitCode.OK;
  }

  private int stopped(RunStoppedException stopped, StopSignals signals) {
    List<String> words = command.root().commandLine().getParseResult().originalArgs();
    command
        .commandLine()
        .getErr()
        .printf(
            "recipe4j: %s: go on with '%s'%n",
            stopped.getMessage(), ResumeCommand.text(words, stopped.directory()));
    return signals.exitCode();
  }

  private Path newestRun(Pipeline pipeline) {
    String id = pipeline.recipe().recipe().id();
    return Training.newest(id)
        .orElseThrow(
            () ->
                wrongUse("no run of %s in runs/ to go on with: name one with --out".formatted(id)));
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
