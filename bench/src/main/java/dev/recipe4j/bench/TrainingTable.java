package dev.recipe4j.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured of one workload, as rows of a Markdown table. */
final class TrainingTable {
  static final List<String> HEAD =
      List.of(
          row(
              "workload and contender",
              "images/s by CPU time",
              "ratio",
              "images/s by wall time",
              "ratio",
              "GFLOP/s",
              "% of GEMM",
              "peak MiB"),
          row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:"));

  private TrainingTable() {}

  /**
   * A row for each contender that was measured, after one with the matrix product. Ratios are to
   * the best of PyTorch's settings, by CPU time and by wall time for itself, where PyTorch was
   * measured; GFLOP/s are by CPU time.
   *
   * @param rounds measurements of each contender; empty if none succeeded
   */
  static List<String> rows(Workload workload, Map<Contender, List<Measurement>> rounds) {
    Map<Contender, Figures> figures = new EnumMap<>(Contender.class);
    rounds.forEach(
        (contender, measured) -> {
          if (!measured.isEmpty()) {
            figures.put(contender, Figures.of(measured, workload.batch(), workload.gigaflop()));
          }
        });
    double gemm = gemm(rounds);
    double bestByCpu = bestPyTorch(figures, Figures::imagesByCpu);
    double bestByWall = bestPyTorch(figures, Figures::imagesByWall);
    List<String> rows = new ArrayList<>();
    rows.add(row("**" + workload.title() + "**", "", "", "", "", number(gemm), "100", ""));
    rounds
        .keySet()
        .forEach(
            contender -> {
              Figures f = figures.get(contender);
              if (f == null) {
                rows.add(row(contender.title(), "failed", "", "", "", "", "", ""));
                return;
              }
              rows.add(
                  row(
                      contender.title(),
                      number(f.imagesByCpu()),
                      ratio(f.imagesByCpu() / bestByCpu),
                      number(f.imagesByWall()),
                      ratio(f.imagesByWall() / bestByWall),
                      number(f.gigaflops()),
                      whole(100 * f.gigaflops() / gemm),
                      whole(f.peakMebibytes())));
            });
    return rows;
  }

  /** Median over all processes that measured the matrix product; not a number if there is none. */
  static double gemm(Map<Contender, List<Measurement>> rounds) {
    List<Measurement> measured =
        rounds.values().stream().flatMap(List::stream).filter(m -> m.gemm() > 0).toList();
    return measured.isEmpty() ? Double.NaN : Figures.median(measured, Measurement::gemm);
  }

  private static double bestPyTorch(
      Map<Contender, Figures> figures, ToDoubleFunction<Figures> figure) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey().isPyTorch())
        .mapToDouble(entry -> figure.applyAsDouble(entry.getValue()))
        .max()
        .orElse(Double.NaN);
  }

  /** Three digits, as far as they are before the point. */
  private static String number(double value) {
    return value < 10 ? format("%.2f", value) : value < 100 ? format("%.1f", value) : whole(value);
  }

  private static String ratio(double value) {
    return format("%.2f", value);
  }

  private static String whole(double value) {
    return format("%,.0f", value);
  }

  private static String format(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  private static String row(String... cells) {
    return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
