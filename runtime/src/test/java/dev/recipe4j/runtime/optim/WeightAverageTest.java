package dev.recipe4j.runtime.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The moving average against its recurrence in 64 bits. */
class WeightAverageTest {
  /** More than two blocks, the last one not full. */
  private static final int SIZE = 5000;

  private static FloatBuffer random(Random random) {
    FloatBuffer values = FloatBuffer.allocate(SIZE);
    for (int i = 0; i < SIZE; i++) {
      values.put(i, (float) random.nextGaussian());
    }
    return values;
  }

  /** Tolerance: 50 roundings of numbers around 1 in 32 bits. */
  @Test
  void followsItsRecurrenceInEveryElement() {
    Random random = new Random(7);
    FloatBuffer start = random(random);
    double[] expected = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      expected[i] = start.get(i);
    }
    WeightAverage average = new WeightAverage(0.9, start);
    assertEquals(start, average.values());
    for (int update = 0; update < 50; update++) {
      FloatBuffer weights = random(random);
      average.add(weights);
      for (int i = 0; i < SIZE; i++) {
        expected[i] = 0.9 * expected[i] + 0.1 * weights.get(i);
      }
    }
    for (int i = 0; i < SIZE; i++) {
      assertEquals(expected[i], average.values().get(i), 1e-6);
    }
  }

  @Test
  void whatDoesNotChangeIsItsAverage() {
    FloatBuffer weights = random(new Random(8));
    WeightAverage average = new WeightAverage(0.9999, weights);
    for (int update = 0; update < 1000; update++) {
      average.add(weights);
    }
    assertEquals(weights, average.values());
  }

  @Test
  void exchangingTwiceChangesNothing() {
    FloatBuffer first = random(new Random(1));
    FloatBuffer second = random(new Random(2));
    FloatBuffer parameters = FloatBuffer.allocate(SIZE).put(0, second, 0, SIZE);
    WeightAverage average = new WeightAverage(0.9, first);
    average.exchange(parameters);
    assertEquals(first, parameters);
    assertEquals(second, average.values());
    average.exchange(parameters);
    assertEquals(second, parameters);
    assertEquals(first, average.values());
  }
}
