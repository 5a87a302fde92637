package dev.recipe4j.runtime.cli;

import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.declaration.SettingException;
import dev.recipe4j.declaration.SettingGrid;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.ConfiguredPipeline;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.RunOutcome;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Trains a recipe once for every combination of some values. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description =
        "Trains a recipe once for every combination of some values, all checked before the first,"
            + " and ranks the runs. Said again, it goes on where it was stopped.")
final class SweepCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;
  @Mixin DataOption data;
  @Mixin EngineOption engine;
  @Mixin ThreadsOption threads;

  @Option(
      names = "--set",
      required = true,
      paramLabel = "KEY=V1,V2",
      description =
          "Values to try: l2=1e-4,3e-5. A list that is one value stands in braces:"
              + " piecewise.atEpochs={30,60},{40,80}. Repeatable: every combination is tried.")
  List<String> texts = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the runs, one for each combination, and of sweep.csv.")
  @Nullable Path out;

  @Option(names = "--check", description = "Check every combination and train none.")
  boolean checkOnly;

  @Option(names = "--quiet", description = "Print the ranking only.")
  boolean quiet;

  /** A combination that the rules allow, and where it is trained. */
  private record Point(ConfiguredPipeline pipeline, Path run) {
    String name() {
      return SweepTable.name(pipeline.settings());
    }
  }

  @Override
  public Integer call() {
    int count = threads.checked();
    Pipeline compiled = recipe.pipeline();
    List<Point> points = points(compiled);
    PrintWriter printer = command.commandLine().getOut();
    printer.flush();
    if (points.isEmpty()) {
      command.commandLine().getErr().println("recipe4j: the rules allow none of these values");
      return Main.FINDINGS;
    }
    if (checkOnly) {
      points.forEach(point -> printer.println("sound: " + point.name()));
      return ExitCode.OK;
    }
    ImageData images = data.of(compiled);
    SweepTable table = new SweepTable(folder().resolve("sweep.csv"));
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      printer.printf("%d of %d: %s%n", i + 1, points.size(), point.name());
      printer.flush();
      train(point, images, count, table);
    }
    table.print(printer);
    return table.hasRuns() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** The combinations that the rules allow; of the others it is said why they do not. */
  private List<Point> points(Pipeline compiled) {
    List<Point> points = new ArrayList<>();
    List<String> impossible = new ArrayList<>();
    List<List<Setting>> grid = grid();
    for (List<Setting> settings : grid) {
      String name = SweepTable.name(settings);
      try {
        Verdict verdict = ConfiguredPipeline.check(compiled, settings);
        if (verdict.hasErrors()) {
          refuse(name, verdict);
        } else {
          points.add(
              new Point(
                  ConfiguredPipeline.of(compiled, settings, verdict),
                  folder().resolve(SweepTable.fileName(settings))));
        }
      } catch (SettingException e) {
        impossible.add("%s is left out: %s".formatted(name, e.getMessage()));
      }
    }
    if (impossible.size() == grid.size()) {
      throw wrongUse("--set: " + impossible.get(0));
    }
    impossible.forEach(line -> command.commandLine().getErr().println("recipe4j: " + line));
    return points;
  }

  private List<List<Setting>> grid() {
    try {
      return SettingGrid.points(texts);
    } catch (SettingException e) {
      throw wrongUse("--set: " + e.getMessage());
    }
  }

  private void refuse(String name, Verdict verdict) {
    PrintWriter err = command.commandLine().getErr();
    err.printf("recipe4j: %s is left out:%n", name);
    VerdictPrinter.print(verdict, Severity.ERROR, err);
  }

  private void train(Point point, ImageData images, int count, SweepTable table) {
    try {
      table.add(point.pipeline().settings(), run(point, images, count));
    } catch (RunException e) {
      String reason = String.valueOf(e.getMessage());
      command.commandLine().getErr().printf("recipe4j: %s failed: %s%n", point.name(), reason);
      command.commandLine().getErr().flush();
      table.addFailed(point.pipeline().settings(), reason);
    }
  }

  private TrainingRun run(Point point, ImageData images, int count) {
    boolean isBegun = Files.exists(point.run());
    if (isBegun && RunOutcome.of(new RunDirectory(point.run())).isComplete()) {
      TrainingRun run = TrainingRun.read(point.run());
      if (!run.document().recipe().equals(point.pipeline().recipe())) {
        throw new RunException(
            "%s is of another recipe: name another --out".formatted(point.run()));
      }
      return run;
    }
    Training training = Training.of(point.pipeline(), images);
    training.engine(engine.kind, engine.convolution);
    training.threads(count);
    if (!quiet) {
      training.listener(new TrainingProgress(command.commandLine().getOut()));
    }
    return (isBegun ? training.resume(point.run()) : training.out(point.run())).train();
  }

  private Path folder() {
    return Objects.requireNonNull(out, "--out is required");
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
