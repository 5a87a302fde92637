package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.engine.onednn.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where temporary values stand. */
class MemoryPlanTest {
  private static final long LINE = 64;

  private static Value value(long floats, int first, int last) {
    Value value = Value.temporary("value", Format.rowMajor(floats));
    value.usedBy(first);
    value.usedBy(last);
    return value;
  }

  private static long offset(MemoryPlan plan, Value value) {
    return Objects.requireNonNull(plan.offsets().get(value));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void valuesThatLiveTogetherStandApart(long seed) {
    Random random = new Random(seed);
    List<Value> values = new ArrayList<>();
    int[] first = new int[200];
    int[] last = new int[200];
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      first[i] = random.nextInt(100);
      last[i] = first[i] + random.nextInt(20);
      values.add(value(1 + random.nextInt(random.nextBoolean() ? 10 : 3000), first[i], last[i]));
      sum += (values.get(i).bytes() + LINE - 1) / LINE * LINE;
    }
    MemoryPlan plan = MemoryPlan.of(values);
    assertEquals(values.size(), plan.offsets().size());
    long most = 0;
    for (int moment = 0; moment < 120; moment++) {
      long alive = 0;
      for (int i = 0; i < first.length; i++) {
        alive += first[i] <= moment && moment <= last[i] ? values.get(i).bytes() : 0;
      }
      most = Math.max(most, alive);
    }
    assertTrue(plan.bytes() >= most, "all that lives at one moment has room");
    assertTrue(plan.bytes() <= sum, "not more than all side by side");
    for (int i = 0; i < first.length; i++) {
      long start = offset(plan, values.get(i));
      assertEquals(0, start % LINE);
      assertTrue(start >= 0 && start + values.get(i).bytes() <= plan.bytes());
      for (int j = 0; j < i; j++) {
        boolean together = first[i] <= last[j] && first[j] <= last[i];
        long other = offset(plan, values.get(j));
        boolean apart =
            start + values.get(i).bytes() <= other || other + values.get(j).bytes() <= start;
        assertTrue(apart || !together, "values %d and %d".formatted(i, j));
      }
    }
  }

  /** Each instruction reads one value and writes the next: two places take turns. */
  @Test
  void aChainNeedsTwoPlaces() {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      values.add(value(1024, i, i + 1));
    }
    assertEquals(2 * 4096, MemoryPlan.of(values).bytes());
  }

  @Test
  void aViewIsTheSameMemory() {
    Value value = Value.temporary("value", Format.rowMajor(6, 4));
    Value view = value.viewed(Format.rowMajor(24)).viewed(Format.rowMajor(4, 6));
    value.usedBy(3);
    view.usedBy(7);
    assertTrue(value.livesWith(value(1, 5, 5)), "the view is used later");
    assertTrue(!value.livesWith(value(1, 8, 9)));
    assertTrue(!value.livesWith(value(1, 0, 2)));
  }

  @Test
  void nothingNeedsNothing() {
    assertEquals(0, MemoryPlan.of(List.of()).bytes());
  }
}
