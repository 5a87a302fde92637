package dev.recipe4j.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the training loop costs over the engine's bare step on the same batches: one process, the
 * two in turns, so that a change in the machine's speed meets both.
 */
@Command(
    name = "loop.sh",
    description =
        "Compares a training with the engine's bare step on the same batches: images in memory,"
            + " normalisation only, one engine thread.")
final class LoopBenchmark implements Callable<Integer> {
  @Option(
      names = "--nets",
      split = ",",
      paramLabel = "NET",
      description = "Default: ${DEFAULT-VALUE}. Of: ${COMPLETION-CANDIDATES}.",
      defaultValue = "LENET,MOBILENETV1_64,MOBILENETV1_96")
  List<Workload> workloads = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "Default: 7.")
  int rounds = 7;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "About, of each of the two in a round. Default: 4.")
  double seconds = 4;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  boolean help;

  private LoopBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new LoopBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    System.out.printf(
        "%s; load %.1f; medians of %d rounds of about %s s%n",
        Machine.describe(), Machine.load(), rounds, seconds);
    System.out.println();
    System.out.println(
        "| training | CPU ms a step, bare | loading | loop, with loading | loop over step and loading"
            + " | wall ms a step, bare | loop | over |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Workload workload : workloads) {
      System.out.println(row(workload));
    }
    System.out.printf("%nload at the end %.1f%n", Machine.load());
    return 0;
  }

  private String row(Workload workload) throws IOException {
    List<StepCost> bare = new ArrayList<>();
    List<StepCost> loop = new ArrayList<>();
    List<StepCost> loading = new ArrayList<>();
    try (BareSteps steps = new BareSteps(workload)) {
      // Just-in-time compilation.
      StepCost first = steps.measure(LoopRun.BATCHES);
      LoopRun run = new LoopRun(workload, epochs(first));
      run.measure();
      steps.measure(run.steps());
      for (int round = 1; round <= rounds; round++) {
        bare.add(steps.measure(run.steps()));
        loading.add(steps.measureLoading(run.steps()));
        loop.add(run.measure());
      }
    }
    double bareCpu = Figures.median(bare, StepCost::cpuSeconds);
    double loadingCpu = Figures.median(loading, StepCost::cpuSeconds);
    double bareWall = Figures.median(bare, StepCost::wallSeconds);
    double loopCpu = Figures.median(loop, StepCost::cpuSeconds);
    double loopWall = Figures.median(loop, StepCost::wallSeconds);
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f | %+.1f %% | %.3f | %.3f | %+.1f %% |",
        workload.title(),
        1e3 * bareCpu,
        1e3 * loadingCpu,
        1e3 * loopCpu,
        100 * (loopCpu / (bareCpu + loadingCpu) - 1),
        1e3 * bareWall,
        1e3 * loopWall,
        100 * (loopWall / bareWall - 1));
  }

  private int epochs(StepCost step) {
    return Math.max(1, (int) Math.round(seconds / (step.wallSeconds() * LoopRun.BATCHES)));
  }
}
