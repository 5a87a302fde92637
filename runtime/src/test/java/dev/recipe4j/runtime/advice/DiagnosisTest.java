package dev.recipe4j.runtime.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  private static final int MANY = 1_000_000;

  /** Accuracies in percent, with so many images that no difference is chance. */
  @ParameterizedTest
  @CsvSource({
    "OVERFITTED, 85.1, 84, 80",
    "BALANCED, 85, 84, 80",
    "OVERFITTED, 80, 90.1, 80",
    "BALANCED, 80, 90, 80",
    "UNDERFITTED, 78.9, 84, 80",
    "BALANCED, 79.1, 84, 80",
    "UNDERFITTED, 80, 78.9, 80",
    // The training tricks, §4: a network that wants less weight decay.
    "UNDERFITTED, 43.79, 52, 50.41",
    "UNDERFITTED, 75.13, 82, 77.65",
    // Three classes: guessing is right in a third of the cases.
    "UNTRAINED, 34, 40, 40",
    "BALANCED, 41, 41, 41"
  })
  void limits(Fit fit, double trained, double clean, double test) {
    assertEquals(fit, judge(MANY, row(trained, clean, test, 1)).fit());
  }

  @Test
  void fewImagesProveNothing() {
    assertEquals(Fit.BALANCED, judge(50, row(86, 84, 80, 1)).fit());
    assertEquals(Fit.BALANCED, judge(50, row(75, 84, 80, 1)).fit());
  }

  @Test
  void mixedBatchesDoNotCountAsUnderfitting() {
    EpochResult row = row(60, 84, 80, 1);
    assertEquals(Fit.UNDERFITTED, judge(MANY, row).fit());
    Diagnosis mixed = Diagnosis.of(run(MANY, new CutMix(1, OptionalDouble.empty())), List.of(row));
    assertEquals(Fit.BALANCED, mixed.fit());
    assertTrue(mixed.evidence().toString().contains("batches are mixed"), mixed.toString());
  }

  @Test
  void aTestLossThatRisesMakesASmallerGapCount() {
    assertEquals(Fit.BALANCED, judge(MANY, row(80, 86, 80, 1), row(80, 86, 80, 1.09)).fit());
    assertEquals(Fit.OVERFITTED, judge(MANY, row(80, 86, 80, 1), row(80, 86, 80, 1.11)).fit());
  }

  @Test
  void theLastMeasuredEpochCounts() {
    OptionalDouble none = OptionalDouble.empty();
    EpochResult unmeasured =
        new EpochResult(
            2, 2, 1, 1, OptionalDouble.of(1), none, none, none, Collections.emptySortedMap(), 1, 1);
    assertEquals(Fit.BALANCED, judge(MANY, row(80, 84, 80, 1), unmeasured).fit());
    assertThrows(RunException.class, () -> judge(MANY, unmeasured));
  }

  private static Diagnosis judge(int images, EpochResult... history) {
    return Diagnosis.of(run(images), List.of(history));
  }

  private static RunDocument run(int images, Component... components) {
    return new RunDocument(
        Recipes.spots(components),
        List.of("a", "b", "c"),
        new Shape(1, 28, 28),
        "",
        images,
        images,
        "reference",
        1,
        Map.of(),
        "",
        List.of());
  }

  private static EpochResult row(double trained, double clean, double test, double loss) {
    return new EpochResult(
        1,
        1,
        0.1,
        1,
        OptionalDouble.of(trained / 100),
        OptionalDouble.of(clean / 100),
        OptionalDouble.of(loss),
        OptionalDouble.of(test / 100),
        Collections.emptySortedMap(),
        1,
        1);
  }
}
