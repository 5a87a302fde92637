package dev.recipe4j.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the table computes from measurements; all expected values are worked out by hand. */
class TrainingTableTest {
  private static final double EXACT = 1e-9;

  @Test
  void takesTheMedianOfRounds() {
    List<Measurement> rounds = List.of(run(8, 2, 4), run(8, 1, 2), run(8, 4, 16));
    Figures figures = Figures.of(rounds, 10, 0.5);
    assertEquals(40, figures.imagesByCpu(), EXACT);
    assertEquals(20, figures.imagesByWall(), EXACT);
    assertEquals(20, figures.gigaflops(), EXACT);
    assertEquals(30, Figures.of(rounds.subList(0, 2), 5, 1).imagesByCpu(), EXACT);
    assertThrows(IllegalArgumentException.class, () -> Figures.of(List.of(), 10, 0.5));
  }

  @Test
  void takesThePeakOfAllRounds() {
    Measurement small = measured(1, 1, 1, 2048, 0);
    Measurement large = measured(1, 1, 1, 3072, 0);
    assertEquals(3, Figures.of(List.of(small, large, small), 1, 1).peakMebibytes(), EXACT);
  }

  @Test
  void countsSixOperationsForAMultiplyAdd() {
    // conv 5x5 1 -> 6 on 28x28, conv 5x5 6 -> 16 on 10x10, dense 400 -> 120 -> 84 -> 10
    long multiplyAdds = 150 * 784 + 2400 * 100 + 48_000 + 10_080 + 840;
    assertEquals(6e-9 * multiplyAdds, Workload.LENET.gigaflop(), EXACT);
    // 3.34 GFLOP an image and step, and 24.5, were counted apart from this project's own analysis.
    assertEquals(3.34, Workload.RESNET18_BATCH_32.gigaflop(), 0.02);
    assertEquals(24.5, Workload.RESNET50.gigaflop(), 0.1);
  }

  @Test
  void comparesWithTheBestOfPyTorchByEachTime() {
    Map<Contender, List<Measurement>> rounds = new EnumMap<>(Contender.class);
    // LeNet has 64 images a step: 64, 128 and 160 by CPU time; 32, 64 and 40 by wall time.
    rounds.put(Contender.REFERENCE, List.of(measured(10, 10, 20, 102_400, 0)));
    rounds.put(Contender.PYTORCH, List.of(measured(10, 5, 10, 204_800, 100)));
    rounds.put(Contender.PYTORCH_TUNED, List.of(measured(10, 4, 16, 1_536_000, 300)));
    rounds.put(Contender.DL4J_AS_SHIPPED, List.of());
    double percent = 100 * 64 * Workload.LENET.gigaflop() / 200;
    assertEquals(
        List.of(
            "| **LeNet, 28 px, batch 64** |  |  |  |  | 200 | 100 |  |",
            "| REFERENCE | 64.0 | 0.40 | 32.0 | 0.50 | 0.16 | %.0f | 100 |".formatted(percent),
            "| DL4J as shipped | failed |  |  |  |  |  |  |",
            "| PyTorch | 128 | 0.80 | 64.0 | 1.00 | 0.32 | 0 | 200 |",
            "| PyTorch, tuned malloc | 160 | 1.00 | 40.0 | 0.63 | 0.40 | 0 | 1,500 |"),
        TrainingTable.rows(Workload.LENET, rounds));
  }

  @Test
  void leavesOutRatiosWithoutPyTorch() {
    Map<Contender, List<Measurement>> rounds = new EnumMap<>(Contender.class);
    rounds.put(Contender.REFERENCE, List.of(measured(10, 10, 20, 102_400, 0)));
    assertEquals(
        "| REFERENCE | 64.0 |  | 32.0 |  | 0.16 |  | 100 |",
        TrainingTable.rows(Workload.LENET, rounds).get(1));
  }

  @Test
  void readsWhatAWorkerPrints() throws JsonProcessingException {
    Measurement measurement = measured(3, 1.5, 2.5, 4096, 0);
    assertEquals(measurement, Measurement.parse(measurement.json()));
    assertThrows(IllegalArgumentException.class, () -> Measurement.parse("no such file"));
  }

  @Test
  void replacesItsSectionOfThePageAlone() {
    String page = "before\n" + TrainingReport.BEGIN + "\nold\n" + TrainingReport.END + "\nafter\n";
    String replaced = TrainingReport.replace(page, "new");
    assertEquals(page.replace("old", "\nnew\n"), replaced);
    assertEquals(replaced, TrainingReport.replace(replaced, "new"));
    assertThrows(IllegalArgumentException.class, () -> TrainingReport.replace("no marks", "new"));
  }

  @Test
  void reportsWithoutWhatFailed() throws IOException {
    Map<Contender, List<Measurement>> rounds = new EnumMap<>(Contender.class);
    rounds.put(Contender.REFERENCE, List.of(run(1, 1, 1), run(1, 1, 1)));
    rounds.put(Contender.DL4J_AS_SHIPPED, List.of());
    TrainingReport report = new TrainingReport(2, 3);
    report.add(1, Workload.LENET, rounds);
    report.add(2, Workload.LENET, rounds);
    String section = report.section();
    assertTrue(section.contains("medians of 2 rounds of 3 s"), section);
    assertTrue(section.contains("| REFERENCE | 1.0 to 1.0 | 0.0 |"), section);
    assertTrue(section.contains("| DL4J as shipped | failed |"), section);
    assertTrue(section.indexOf("Threads: 1") < section.indexOf("Threads: 2"), section);
  }

  @Test
  void everyContenderRunsOnItsProcessors() {
    for (Contender contender : Contender.values()) {
      List<String> command =
          contender.process(Workload.LENET, 2, 3, Path.of("python"), Path.of("train.py")).command();
      assertEquals(List.of("taskset", "-c", "0-1"), command.subList(0, 3));
      assertEquals(List.of("2", "3.0"), command.subList(command.size() - 2, command.size()));
      assertEquals(contender.isPyTorch(), command.contains("61706"));
    }
    assertTrue(Contender.PYTORCH.isPyTorch());
  }

  private static Measurement run(int steps, double cpu, double wall) {
    return measured(steps, cpu, wall, 1024, 0);
  }

  private static Measurement measured(
      int steps, double cpu, double wall, long kibibytes, double gemm) {
    return new Measurement(steps, cpu, wall, 0, 1, 1, kibibytes, gemm, "software");
  }
}
