package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Winograd's algorithm multiplies less and rounds more, the more so the larger its tiles and the
 * more channels it sums (Barabasz et al., arXiv 1803.10986). Before a pass is computed by it, the
 * pass is computed once in both ways from random numbers; if they differ by too much, it is not
 * used there.
 */
final class WinogradCheck implements AutoCloseable {
  /**
   * Root mean square of the difference by that of the result. One rounding is 6e-8; the passes of
   * ResNet18 differ by 4e-7 to 3e-6.
   */
  static final double TOLERANCE = 3e-5;

  private static final int PERIOD = 16411;
  private static final String MARK = "wino";
  private static final Map<String, Double> KNOWN = new ConcurrentHashMap<>();

  /** Used again and again: memory that is new costs more than what is computed in it. */
  private @Nullable NativeMemory memory;

  /**
   * The better of two descriptions of one pass of a convolution.
   *
   * @param chosen what oneDNN would take
   * @param sums describes it as sums of products; asked only where Winograd's algorithm was chosen
   * @param operands row-major formats of what the pass reads, by role
   * @param result role and row-major format of what it writes
   */
  PrimitiveDescription choose(
      PrimitiveDescription chosen,
      Supplier<PrimitiveDescription> sums,
      Map<Integer, Format> operands,
      Map.Entry<Integer, Format> result) {
    if (!chosen.implementation().contains(MARK)) {
      return chosen;
    }
    PrimitiveDescription direct = sums.get();
    String key = "%s %s %s".formatted(chosen.implementation(), operands, result);
    double difference =
        KNOWN.computeIfAbsent(key, unknown -> difference(chosen, direct, operands, result));
    return difference <= TOLERANCE ? chosen : direct;
  }

  double difference(
      PrimitiveDescription first,
      PrimitiveDescription second,
      Map<Integer, Format> operands,
      Map.Entry<Integer, Format> result) {
    try (ProgramBuilder program = new ProgramBuilder()) {
      Map<Integer, Value> random = new HashMap<>();
      operands.forEach((role, format) -> random.put(role, random(program, role, format)));
      List<Value> results =
          List.of(
              computed(program, first, random, result), computed(program, second, random, result));
      results.forEach(program::keepToEnd);
      try (Program finished = program.finish(FloatBuffer.allocate(0), this::lend)) {
        finished.run();
        return relative(results.get(0).floats(), results.get(1).floats());
      }
    }
  }

  private NativeMemory lend(long bytes) {
    NativeMemory lender = memory;
    if (lender == null || lender.bytes() < bytes) {
      close();
      lender = NativeMemory.of(bytes);
      memory = lender;
    }
    return lender.lend(bytes);
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }

  private static Value random(ProgramBuilder program, int role, Format format) {
    Value value = program.temporary("random " + role, format);
    program.add("random " + role, () -> fill(value.floats(), role), value);
    return value;
  }

  /** Repeats random numbers; their number is prime, so that no two rows of a tensor are alike. */
  private static void fill(FloatBuffer values, int seed) {
    float[] numbers = new float[PERIOD];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    for (int start = 0; start < values.capacity(); start += PERIOD) {
      values.put(start, numbers, 0, Math.min(PERIOD, values.capacity() - start));
    }
  }

  private static Value computed(
      ProgramBuilder program,
      PrimitiveDescription description,
      Map<Integer, Value> random,
      Map.Entry<Integer, Format> result) {
    Map<Integer, Value> values = new HashMap<>();
    random.forEach(
        (role, value) ->
            values.put(role, program.reordered("operand", value, description.argument(role))));
    Value computed = program.temporary("result", description.argument(result.getKey()));
    values.put(result.getKey(), computed);
    program.add("result", description, values);
    return program.reordered("result", computed, result.getValue());
  }

  private static double relative(FloatBuffer first, FloatBuffer second) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < first.capacity(); i++) {
      double d = first.get(i) - second.get(i);
      difference += d * d;
      size += (double) second.get(i) * second.get(i);
    }
    return Math.sqrt(difference / size);
  }
}
