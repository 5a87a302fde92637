package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.Batch;
import dev.recipe4j.Checkpoint;
import dev.recipe4j.ConstantRate;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.Dataset;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the shape of the learning-rate curve, at their boundaries. */
class CurveRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();
  private static final RecipeFixture COSINE = SOUND.with(CosineDecay.class);

  private static void assertFires(boolean expected, RecipeFixture recipe, Rule rule) {
    assertEquals(expected, !recipe.findings(rule).isEmpty(), () -> rule.toString());
  }

  @Nested
  class BoundaryInWarmup {
    @ParameterizedTest
    @CsvSource({"29.9, false, false", "30, false, true", "31, false, true", "31, true, false"})
    void firesUpToTheEndOfTheWarmUp(double epochs, boolean shift, boolean fires) {
      assertFires(
          fires,
          SOUND.with(LinearWarmup.class, "epochs", epochs, "shift", shift),
          Rule.BOUNDARY_IN_WARMUP);
    }

    @Test
    void saysTheNumbers() {
      Finding finding =
          SOUND
              .with(Recipe.class, "epochs", 400)
              .with(PiecewiseDecay.class, "atEpochs", List.of(30, 60, 90))
              .with(LinearWarmup.class, "epochs", 60.0, "shift", false)
              .finding();
      assertEquals(
          "boundary 30 lies in the warm-up of 60 epochs, which is not shifted: the learning rate"
              + " jumps from the peak to 0.01 of it where the warm-up ends",
          finding.message());
      assertEquals(
          "move the first boundary to epoch 61 or later, or drop 'shift = false'", finding.fix());
    }

    @Test
    void isQuietWithoutAWarmUpOrBoundaries() {
      RecipeFixture zero = SOUND.with(LinearWarmup.class, "epochs", 0.0, "shift", false);
      assertFires(false, zero, Rule.BOUNDARY_IN_WARMUP);
      RecipeFixture none =
          SOUND
              .with(PiecewiseDecay.class, "atEpochs", List.of())
              .with(LinearWarmup.class, "shift", false);
      assertFires(false, none, Rule.BOUNDARY_IN_WARMUP);
    }
  }

  @Nested
  class LrJump {
    /** A cosine has lost a fifth after acos(0.6) / pi = 0.2952 of its length. */
    @ParameterizedTest
    @CsvSource({"35.4, false, false", "35.5, false, true", "35.5, true, false", "5, false, false"})
    void firesWhereTheRampEnds(double epochs, boolean shift, boolean fires) {
      RecipeFixture recipe = COSINE.with(LinearWarmup.class, "epochs", epochs, "shift", shift);
      assertFires(fires, recipe, Rule.LR_JUMP);
      assertFires(fires, recipe.with(Dataset.class, "classes", 1000), Rule.LR_JUMP);
    }

    @Test
    void saysTheNumbers() {
      Finding finding =
          COSINE
              .with(LinearWarmup.class, "epochs", 60.0, "shift", false)
              .findings(Rule.LR_JUMP)
              .get(0);
      assertEquals(
          "the learning rate jumps from 0.1 to 0.05 where the warm-up of 60 epochs ends, by 50 %"
              + " of the peak, more than 20 %",
          finding.message());
      assertEquals(
          "drop 'shift = false', so that the schedule starts at 0.1 where the warm-up ends",
          finding.fix());
    }

    @Test
    void isQuietOnAConstantRate() {
      assertFires(
          false,
          SOUND.with(ConstantRate.class).with(LinearWarmup.class, "epochs", 60.0, "shift", false),
          Rule.LR_JUMP);
    }
  }

  @Nested
  class FinalLr {
    @ParameterizedTest
    @CsvSource({"0.1, false", "0.10001, true", "0.5, true", "0.01, false"})
    void firesAboveATenthOfThePeak(double factor, boolean fires) {
      assertFires(
          fires,
          SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(60), "factor", factor),
          Rule.FINAL_LR);
    }

    @ParameterizedTest
    @CsvSource({"0.01, false", "0.0101, true"})
    void readsACosineAtItsFloor(double floor, boolean fires) {
      RecipeFixture recipe = SOUND.with(CosineDecay.class, "floor", floor);
      assertFires(fires, recipe, Rule.FINAL_LR);
      assertFires(fires, recipe.with(Dataset.class, "classes", 1000), Rule.FINAL_LR);
      RecipeFixture twoUpdates =
          recipe
              .with(Recipe.class, "epochs", 2)
              .with(Dataset.class, "classes", 1000, "trainExamples", 256);
      assertFires(fires, twoUpdates, Rule.FINAL_LR);
    }

    @Test
    void saysTheNumbers() {
      Finding finding =
          SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(60), "factor", 0.5).finding();
      assertEquals(
          "the learning rate ends at 0.05, 50 % of the peak 0.1, above 10 %", finding.message());
      assertEquals("let it fall to 0.01 or less, as @CosineDecay does", finding.fix());
    }

    @Test
    void isAnInfoForAConstantRate() {
      Finding finding = SOUND.with(ConstantRate.class).findings(Rule.FINAL_LR).get(0);
      assertEquals(Severity.INFO, finding.severity());
    }

    @Test
    void leavesAnUnreachedBoundaryToItsRule() {
      Finding finding = SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(120, 130)).finding();
      assertEquals(Rule.BOUNDARY_UNREACHED, finding.rule());
      RecipeFixture pushed =
          SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(116)).with(LinearWarmup.class);
      assertEquals(Rule.BOUNDARY_UNREACHED, pushed.finding().rule());
    }
  }

  @Nested
  class CosineFewEpochs {
    @ParameterizedTest
    @CsvSource({"199, 1000000, true", "200, 1000000, false", "199, 999999, false"})
    void firesBelow200EpochsOnALargeDataSet(int epochs, int examples, boolean fires) {
      RecipeFixture recipe =
          COSINE
              .with(Recipe.class, "epochs", epochs)
              .with(Dataset.class, "classes", 1000, "trainExamples", examples);
      assertFires(fires, recipe, Rule.COSINE_FEW_EPOCHS);
      assertFires(
          false,
          recipe.with(PiecewiseDecay.class, "atEpochs", List.of(30)),
          Rule.COSINE_FEW_EPOCHS);
    }

    @Test
    void saysTheNumbers() {
      Finding finding = COSINE.findings(Rule.COSINE_FEW_EPOCHS).get(0);
      assertEquals(
          "a cosine of 120 epochs over 1281167 examples spends few of them at a low learning rate:"
              + " 200 are recommended",
          finding.message());
      assertEquals(Severity.INFO, finding.severity());
    }
  }

  @Nested
  class WarmupZeroSteps {
    /** 10 updates an epoch. */
    private RecipeFixture recipe(double epochs) {
      return SOUND
          .with(Dataset.class, "classes", 1000, "trainExamples", 2560)
          .with(LinearWarmup.class, "epochs", epochs);
    }

    @ParameterizedTest
    @CsvSource({"0.0499, true", "0.05, false", "0, false", "1e300, false"})
    void firesBelowHalfAnUpdate(double epochs, boolean fires) {
      assertFires(fires, recipe(epochs), Rule.WARMUP_ZERO_STEPS);
    }

    @Test
    void saysTheNumbers() {
      Finding finding = recipe(0.04).finding();
      assertEquals(
          "a warm-up of 0.04 epochs is 0.4 of the 10 updates of an epoch, which rounds to 0",
          finding.message());
      assertEquals("write epochs = 0.05 or more, or remove the warm-up", finding.fix());
    }

    @Test
    void leavesAnEpochWithoutUpdatesToItsRule() {
      Finding finding =
          SOUND
              .with(Dataset.class, "classes", 1000, "trainExamples", 255)
              .with(Batch.class, "value", 256, "dropLast", true)
              .with(LinearWarmup.class)
              .finding();
      assertEquals(Rule.ZERO_STEPS, finding.rule());
    }
  }

  @Nested
  class WarmupStart {
    @ParameterizedTest
    @CsvSource({"0.9999, false", "1, true", "1.5, true"})
    void firesFromThePeakOn(double start, boolean fires) {
      assertFires(fires, SOUND.with(LinearWarmup.class, "startFactor", start), Rule.WARMUP_START);
    }

    @Test
    void saysTheNumber() {
      assertEquals(
          "the warm-up starts at 1.5 times the peak: it does not rise",
          SOUND.with(LinearWarmup.class, "startFactor", 1.5).finding().message());
    }
  }

  @Nested
  class EffectiveBoundaries {
    @Test
    void addsTheWarmUp() {
      Finding finding =
          SOUND.with(LinearWarmup.class, "epochs", 0.5).findings(Rule.EFFECTIVE_BOUNDARIES).get(0);
      assertEquals("decay at 30/60/90 acts at epochs 30.5/60.5/90.5", finding.message());
      assertEquals(Severity.INFO, finding.severity());
    }

    @Test
    void isQuietWithoutAShift() {
      assertFires(false, SOUND, Rule.EFFECTIVE_BOUNDARIES);
      assertFires(false, SOUND.with(LinearWarmup.class, "shift", false), Rule.EFFECTIVE_BOUNDARIES);
      assertFires(false, COSINE.with(LinearWarmup.class), Rule.EFFECTIVE_BOUNDARIES);
    }
  }

  @Nested
  class Cadence {
    @ParameterizedTest
    @CsvSource({"120, false", "121, true"})
    void firesBeyondTheTraining(int every, boolean fires) {
      assertFires(
          fires, SOUND.with(Recipe.class, "epochs", 120, "evaluateEvery", every), Rule.CADENCE);
    }

    @ParameterizedTest
    @CsvSource({"120, false", "121, true"})
    void firesOnCheckpointsBeyondTheTraining(int every, boolean fires) {
      assertFires(fires, SOUND.with(Checkpoint.class, "everyEpochs", every), Rule.CADENCE);
    }

    @Test
    void saysTheNumbersOfCheckpoints() {
      Finding finding =
          SOUND.with(Checkpoint.class, "everyEpochs", 200).findings(Rule.CADENCE).get(0);
      assertEquals("everyEpochs 200 is more than the training of 120 epochs", finding.message());
      assertEquals(
          "write everyEpochs = 120 or less, or train for 200 epochs or more", finding.fix());
    }

    @Test
    void saysTheNumbers() {
      Finding finding = SOUND.with(Recipe.class, "epochs", 120, "evaluateEvery", 200).finding();
      assertEquals("evaluateEvery 200 is more than the training of 120 epochs", finding.message());
      assertEquals(
          "write evaluateEvery = 120 or less, or train for 200 epochs or more", finding.fix());
    }
  }
}
