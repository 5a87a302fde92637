package dev.recipe4j.runtime.engine.compiled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the time of a training pass goes.
 *
 * @param batch examples of a pass
 * @param passes how many were timed
 * @param bytes memory of the plan
 * @param instructions in their order
 */
public record Profile(int batch, long passes, long bytes, List<Timed> instructions) {
  /**
   * An instruction.
   *
   * @param name what it does for which layer
   * @param implementation what does it: oneDNN's name of its kernel, or {@code java}
   * @param milliseconds of a pass, on the clock
   */
  public record Timed(String name, String implementation, double milliseconds) {}

  public Profile {
    instructions = List.copyOf(instructions);
  }

  static Profile of(int batch, Program program) {
    long passes = Math.max(1, program.timedRuns());
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < program.instructions().size(); i++) {
      Instruction instruction = program.instructions().get(i);
      timed.add(
          new Timed(
              instruction.name(),
              instruction.implementation(),
              program.nanoseconds(i) / 1e6 / passes));
    }
    return new Profile(batch, program.timedRuns(), program.bytes(), timed);
  }

  /** Milliseconds of a pass. */
  public double milliseconds() {
    return instructions.stream().mapToDouble(Timed::milliseconds).sum();
  }

  /** Instructions of one implementation and direction taken together, the slowest first. */
  public List<Timed> byImplementation() {
    Map<String, Timed> sums = new TreeMap<>();
    for (Timed timed : instructions) {
      String what = kind(timed.name());
      sums.merge(
          what + timed.implementation(),
          new Timed(what, timed.implementation(), timed.milliseconds()),
          (a, b) -> new Timed(what, a.implementation(), a.milliseconds() + b.milliseconds()));
    }
    return sorted(List.copyOf(sums.values()));
  }

  /** Instructions, the slowest first. */
  public List<Timed> slowest() {
    return sorted(instructions);
  }

  private static List<Timed> sorted(List<Timed> timed) {
    return timed.stream()
        .sorted(Comparator.comparingDouble(Timed::milliseconds).reversed())
        .toList();
  }

  private static String kind(String name) {
    if (name.endsWith(" reorder")) {
      return "reorder";
    }
    return name.endsWith(" weights gradient")
        ? "weights gradient"
        : name.contains("gradient") ? "gradient" : "forward";
  }
}
