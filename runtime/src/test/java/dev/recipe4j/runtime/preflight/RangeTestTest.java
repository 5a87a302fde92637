package dev.recipe4j.runtime.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search for a learning rate: its course, and its suggestion on curves of known form. */
class RangeTestTest {
  private static List<Double> rates(int count) {
    return IntStream.range(0, count).mapToObj(i -> Math.pow(10, i / 10.0 - 5)).toList();
  }

  /** Level, then falling from point 20 to 60, then rising. */
  private static RangeTestCurve valley() {
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      losses.add(i < 20 ? 2.0 : i < 60 ? 2 - (i - 20) * 0.04 : 0.4 + (i - 60) * 0.5);
    }
    return new RangeTestCurve(rates(80), losses);
  }

  @Test
  void theFirstSmoothedLossIsNotTooSmall() {
    List<Double> smoothed = new RangeTestCurve(rates(3), List.of(2.0, 2.0, 4.0)).smoothed();
    assertEquals(2, smoothed.get(0), 1e-12);
    assertEquals(2, smoothed.get(1), 1e-12);
    // Weights 0.95^2, 0.95 and 1, times 0.05, divided by their sum.
    assertEquals((0.9025 * 2 + 0.95 * 2 + 4) / (0.9025 + 0.95 + 1), smoothed.get(2), 1e-12);
  }

  @Test
  void theSuggestionIsOnTheSlope() {
    RangeTestCurve curve = valley();
    int point = curve.rates().indexOf(curve.valley().orElseThrow());
    // The smoothed loss falls from point 20 on until some points after 60.
    assertTrue(point >= 38 && point <= 46, "point " + point);
    double least = curve.suggestion().orElseThrow() * 10;
    assertTrue(least >= curve.rates().get(59) && least <= curve.rates().get(66), "least " + least);
    int steepest = curve.rates().indexOf(curve.steepest().orElseThrow());
    assertTrue(steepest > point && steepest < 62, "point " + steepest);
  }

  @Test
  void aLossThatNeverFallsSuggestsNothing() {
    List<Double> rising = IntStream.range(0, 40).mapToObj(i -> 2 + 0.1 * i).toList();
    RangeTestCurve curve = new RangeTestCurve(rates(40), rising);
    assertEquals(OptionalDouble.empty(), curve.suggestion());
    assertEquals(OptionalDouble.empty(), curve.valley());
    assertEquals(OptionalDouble.empty(), curve.steepest());
  }

  @Test
  void fourTimesTheLeastIsAnExplosion() {
    assertFalse(RangeTestCurve.hasExploded(List.of()));
    assertFalse(RangeTestCurve.hasExploded(List.of(1.0, 6.8)));
    // (0.95 + 7.2) / 1.95 > 4
    assertTrue(RangeTestCurve.hasExploded(List.of(1.0, 7.2)));
    assertTrue(RangeTestCurve.hasExploded(List.of(1.0, Double.NaN)));
  }

  @Test
  void trainsUntilTheLossExplodes() {
    RangeTest test =
        RangeTest.of(Recipes.pipeline(Recipes.spots()), new Blobs(240, 30))
            .engine(ReferenceEngine::new)
            .threads(1);
    RangeTestCurve curve = test.updates(100).run();
    assertEquals(RangeTest.LOWEST, curve.rates().get(0), 1e-12);
    assertEquals(Math.pow(1e8, 1.0 / 99), curve.rates().get(1) / curve.rates().get(0), 1e-9);
    assertTrue(RangeTestCurve.hasExploded(curve.losses()), curve.losses().toString());
    assertTrue(curve.rates().size() < 100, curve.rates().size() + " updates");
    double suggested = curve.suggestion().orElseThrow();
    // The recipe trains at 0.03.
    assertTrue(suggested > 1e-3 && suggested < 0.3, "suggested " + suggested);
    assertEquals(curve, test.run());
    assertThrows(IllegalArgumentException.class, () -> test.updates(9));
  }
}
