package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.preflight.CheckResult;
import dev.recipe4j.runtime.preflight.Preflight;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says before a run whether it can work. */
@Command(
    name = "preflight",
    mixinStandardHelpOptions = true,
    description =
        "Tries out for seconds whether a run can work: data, memory, first loss, gradients, one"
            + " batch learned by heart; exit code 1 if it cannot. Writes nothing.")
final class PreflightCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;
  @Mixin DataOption data;
  @Mixin SettingOption set;
  @Mixin EngineOption engine;
  @Mixin ThreadsOption threads;
  @Mixin WeightsOption weights;

  @Override
  public Integer call() {
    Optional<Pipeline> chosen = set.configured(recipe.pipeline());
    if (chosen.isEmpty()) {
      return Main.FINDINGS;
    }
    Pipeline pipeline = chosen.get();
    PrintWriter out = command.commandLine().getOut();
    Preflight preflight =
        Preflight.of(pipeline, data.of(pipeline))
            .engine(engine.engines(note -> out.println("note: " + note)))
            .threads(threads.checked());
    weights.file().ifPresent(preflight::weights);
    List<CheckResult> results = preflight.run();
    results.forEach(result -> print(result, out));
    boolean hasFailed = Preflight.hasFailed(results);
    out.printf(
        "%s: %s%n",
        pipeline.recipe().recipe().id(), hasFailed ? "not ready to train" : "ready to train");
    out.flush();
    return hasFailed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private static void print(CheckResult result, PrintWriter out) {
    out.printf(
        "%-8s %-20s %s%n",
        result.outcome().name().toLowerCase(Locale.ROOT), result.name(), result.message());
    result.remedy().ifPresent(remedy -> out.printf("      Fix: %s%n", remedy));
    out.flush();
  }
}
