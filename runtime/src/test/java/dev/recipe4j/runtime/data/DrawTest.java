package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Test
  void dependsOnSeedEpochAndIndexAlone() {
    assertEquals(Draw.of(42, 3, 7).uniform(), Draw.of(42, 3, 7).uniform());
    Set<Double> seen = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (int epoch = 0; epoch < 20; epoch++) {
        seen.add(Draw.ofEpoch(seed, epoch).uniform());
        for (int index = 0; index < 20; index++) {
          seen.add(Draw.of(seed, epoch, index).uniform());
        }
      }
    }
    assertEquals(20 * 20 * 21, seen.size());
  }

  @Test
  void numbersOfTheFirstRelease() {
    // Computed from the definition by another program. Kept for ever: a resumed run must go on with
    // the numbers that it began with.
    Draw draw = Draw.of(42, 0, 0);

    assertEquals(0.4688134019351403, draw.uniform());
    assertEquals(0.06056578347850239, draw.uniform());
    assertEquals(637, draw.below(1000));
  }

  @Test
  void isUniformAcrossNeighbouringExamples() {
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    int[] counts = new int[7];
    int heads = 0;
    for (int i = 0; i < n; i++) {
      Draw draw = Draw.of(1, 1, i);
      double u = draw.uniform();
      assertTrue(u >= 0 && u < 1);
      sum += u;
      squares += u * u;
      counts[draw.below(7)]++;
      heads += draw.chance(0.3) ? 1 : 0;
    }
    // Four standard errors each.
    assertEquals(0.5, sum / n, 4 * Math.sqrt(1 / 12.0 / n));
    assertEquals(1 / 3.0, squares / n, 4 * Math.sqrt(4 / 45.0 / n));
    assertEquals(0.3, (double) heads / n, 4 * Math.sqrt(0.21 / n));
    for (int count : counts) {
      assertEquals(1 / 7.0, (double) count / n, 4 * Math.sqrt(6 / 49.0 / n));
    }
  }

  @Test
  void keepsToItsBounds() {
    Draw draw = Draw.of(0, 0, 0);
    for (int i = 0; i < 1000; i++) {
      assertEquals(0, draw.below(1));
      assertEquals(2.5, draw.uniform(2.5, 2.5));
      assertTrue(draw.below(Integer.MAX_VALUE) >= 0);
      assertTrue(draw.chance(1));
      assertFalse(draw.chance(0));
    }
    assertThrows(IllegalArgumentException.class, () -> draw.below(0));
  }
}
