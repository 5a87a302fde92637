package dev.recipe4j.runtime.cli;

import dev.recipe4j.Severity;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.runtime.ConfiguredPipeline;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.preflight.RangeTest;
import dev.recipe4j.runtime.preflight.RangeTestCurve;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Suggests a learning rate. */
@Command(
    name = "find-lr",
    mixinStandardHelpOptions = true,
    description =
        "Trains with a learning rate that grows until the loss explodes, and suggests one. Writes"
            + " nothing but the picture.")
final class FindLrCommand implements Callable<Integer> {
  /** What is suggested is no more exact than this. */
  private static final MathContext DIGITS = new MathContext(2);

  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;
  @Mixin DataOption data;
  @Mixin SettingOption set;
  @Mixin EngineOption engine;
  @Mixin ThreadsOption threads;
  @Mixin WeightsOption weights;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "PNG file to draw the loss over the learning rate in.")
  @Nullable Path out;

  @Option(
      names = "--updates",
      paramLabel = "N",
      defaultValue = "200",
      description = "Updates from the lowest to the highest learning rate. Default: 200.")
  int updates;

  @Override
  public Integer call() {
    if (updates < 10) {
      throw new ParameterException(
          command.commandLine(), "--updates must be 10 or more, not " + updates);
    }
    if (out != null) {
      PngFile.check(out, command.commandLine());
    }
    Optional<Pipeline> chosen = set.configured(recipe.pipeline());
    if (chosen.isEmpty()) {
      return Main.FINDINGS;
    }
    Pipeline pipeline = chosen.get();
    PrintWriter printer = command.commandLine().getOut();
    RangeTest test =
        RangeTest.of(pipeline, data.of(pipeline))
            .engine(engine.engines(note -> printer.println("note: " + note)))
            .threads(threads.checked())
            .updates(updates);
    weights.file().ifPresent(test::weights);
    RangeTestCurve curve = test.run();
    String id = pipeline.recipe().recipe().id();
    if (out != null) {
      AtomicFile.write(out, RangeTestPicture.png(id, curve));
      printer.printf("wrote %s%n", out);
    }
    if (curve.suggestion().isEmpty()) {
      throw new RunException(
          ("the loss of %s never falls, so no learning rate is to be suggested; 'recipe4j"
                  + " preflight' looks for the cause")
              .formatted(id));
    }
    printer.printf(
        "%d updates from %s to %s%s%n",
        curve.rates().size(),
        show(curve.rates().get(0)),
        show(curve.rates().get(curve.rates().size() - 1)),
        curve.rates().size() < updates ? ", where the loss exploded" : "");
    printer.printf(
        "the loss falls fastest at %s; the middle of its longest fall is at %s%n",
        show(curve.steepest().orElseThrow()), show(curve.valley().orElseThrow()));
    suggest(pipeline, rounded(curve.suggestion().getAsDouble()), printer);
    printer.flush();
    return ExitCode.OK;
  }

  /** Prints a peak as the annotation that gives it, and what the rules say of it. */
  private static void suggest(Pipeline pipeline, double peak, PrintWriter printer) {
    RecipeSpec spec = pipeline.recipe();
    LearningRate written = spec.learningRate();
    int batch = spec.batch().value();
    int referenceBatch = written.referenceBatch().orElse(batch);
    double reference =
        rounded(
            LearningRate.scaled(peak, batch, referenceBatch, written.scalingFor(spec.optimizer())));
    List<Setting> settings = new ArrayList<>(pipeline.settings());
    settings.removeIf(setting -> setting.toString().startsWith("learningRate."));
    settings.add(Setting.parse("learningRate.reference=" + Decimals.show(reference)));
    settings.add(Setting.parse("learningRate.referenceBatch=" + referenceBatch));
    if (written.peak().isPresent()) {
      settings.add(Setting.parse("learningRate.peak=" + Decimals.show(peak)));
    }
    printer.printf(
        "suggested for batch %d: %s, a tenth of where the loss is least; now it is %s%n"
            + "    @LearningRate(reference = %s, referenceBatch = %d)%n",
        batch,
        Decimals.show(peak),
        Decimals.show(spec.peak()),
        Decimals.show(reference),
        referenceBatch);
    VerdictPrinter.print(ConfiguredPipeline.check(pipeline, settings), Severity.WARNING, printer);
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
  }

  private static String show(double value) {
    return Decimals.show(rounded(value));
  }
}
