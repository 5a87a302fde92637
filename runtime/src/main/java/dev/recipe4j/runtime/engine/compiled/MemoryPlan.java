package dev.recipe4j.runtime.engine.compiled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places of temporary values in one block of memory: largest first, each at the lowest place that
 * no value holds whose life overlaps its own (greedy by size; Pisarchyk and Lee, arXiv 2001.03288).
 *
 * @param offsets first byte of each value
 * @param bytes size of the block
 */
record MemoryPlan(Map<Value, Long> offsets, long bytes) {
  /** A cache line; vector registers are as long. */
  private static final long ALIGNMENT = 64;

  static MemoryPlan of(List<Value> values) {
    List<Value> bySize = new ArrayList<>(values);
    bySize.sort(Comparator.comparingLong((Value value) -> value.bytes()).reversed());
    Map<Value, Long> offsets = new LinkedHashMap<>();
    List<Placed> placed = new ArrayList<>();
    long end = 0;
    for (Value value : bySize) {
      long size = aligned(value.bytes());
      long offset = lowest(value, size, placed);
      insert(new Placed(value, offset, offset + size), placed);
      offsets.put(value, offset);
      end = Math.max(end, offset + size);
    }
    return new MemoryPlan(Map.copyOf(offsets), end);
  }

  private static long lowest(Value value, long size, List<Placed> placed) {
    long offset = 0;
    for (Placed other : placed) {
      if (other.value.livesWith(value)) {
        if (offset + size <= other.start) {
          return offset;
        }
        offset = Math.max(offset, other.end);
      }
    }
    return offset;
  }

  /** Keeps the list in the order of places. */
  private static void insert(Placed value, List<Placed> placed) {
    int at = 0;
    while (at < placed.size() && placed.get(at).start <= value.start) {
      at++;
    }
    placed.add(at, value);
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private record Placed(Value value, long start, long end) {}
}
