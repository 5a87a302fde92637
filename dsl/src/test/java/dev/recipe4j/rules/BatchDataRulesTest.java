package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.Dataset;
import dev.recipe4j.LeNet;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on shards, the reference, and the fit of batch and data, at their boundaries. */
class BatchDataRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  private static RecipeFixture rate(Object... members) {
    return SOUND.with(LearningRate.class, members);
  }

  private static RecipeFixture of(int examples, int batch, boolean dropLast) {
    return SOUND
        .with(Dataset.class, "classes", 1000, "trainExamples", examples)
        .with(Batch.class, "value", batch, "dropLast", dropLast);
  }

  private static void assertFires(boolean expected, RecipeFixture recipe, Rule rule) {
    assertEquals(expected, !recipe.findings(rule).isEmpty(), () -> rule.toString());
  }

  @Nested
  class LrReferenceMissing {
    @Test
    void saysWhatToWrite() {
      Finding finding = rate("peak", 0.1).finding();
      assertEquals(
          "peak learning rate 0.1 does not say for which batch it is known to work",
          finding.message());
      assertEquals(
          "write reference = 0.1, referenceBatch = 256 if it is known for this batch, and drop"
              + " 'peak'",
          finding.fix());
      assertEquals(Severity.WARNING, finding.severity());
    }

    @Test
    void isQuietWithAPair() {
      assertFires(
          false,
          rate("peak", 0.1, "reference", 0.1, "referenceBatch", 256),
          Rule.LR_REFERENCE_MISSING);
      assertFires(false, rate("peak", 0.1, "reference", 0.1), Rule.LR_REFERENCE_MISSING);
    }
  }

  @Nested
  class ReferenceIsPerDevice {
    private RecipeFixture recipe(int batch, int devices, int accumulate, double peak) {
      return rate("peak", peak, "reference", 0.1, "referenceBatch", 64)
          .with(Batch.class, "value", batch, "devices", devices, "accumulate", accumulate)
          .with(LinearWarmup.class);
    }

    @ParameterizedTest
    @CsvSource({
      "256, 4, 1, 0.1, REFERENCE_IS_PER_DEVICE",
      "256, 1, 4, 0.1, REFERENCE_IS_PER_DEVICE",
      "256, 4, 1, 0.2, LR_BATCH_SCALING", // the peak is not the reference
      "256, 2, 1, 0.1, LR_BATCH_SCALING", // the shard is 128
      "256, 1, 1, 0.1, LR_BATCH_SCALING",
      "64, 1, 1, 0.1, "
    })
    void answersInsteadOfScaling(
        int batch, int devices, int accumulate, double peak, Rule expected) {
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          recipe(batch, devices, accumulate, peak).check().findings().stream()
              .map(Finding::rule)
              .toList());
    }

    @Test
    void saysTheNumbers() {
      Finding finding = recipe(256, 4, 1, 0.1).finding();
      assertEquals(
          "reference batch 64 is the share of one device of batch 256 = 4 x 1 x 64, and peak 0.1"
              + " is the reference: did you mean the total",
          finding.message());
      assertEquals(
          "write referenceBatch = 256, the total; or drop 'peak' if 0.1 is known for 64 examples"
              + " in all",
          finding.fix());
    }

    @Test
    void isQuietIfNothingIsScaled() {
      RecipeFixture none =
          recipe(256, 4, 1, 0.1)
              .with(
                  LearningRate.class,
                  "peak",
                  0.1,
                  "reference",
                  0.1,
                  "referenceBatch",
                  64,
                  "scaling",
                  "NONE");
      assertEquals(List.of(), none.check().findings());
    }
  }

  @Nested
  class ScalingRange {
    @ParameterizedTest
    @CsvSource({
      "8192, 256, false",
      "8193, 256, true",
      "8, 256, false",
      "7, 256, true",
      "8, 257, true"
    })
    void firesBeyond32Times(int batch, int reference, boolean fires) {
      RecipeFixture recipe =
          rate("reference", 0.1, "referenceBatch", reference).with(Batch.class, "value", batch);
      assertFires(fires, recipe, Rule.SCALING_RANGE);
      assertFires(
          false,
          recipe.with(
              LearningRate.class, "reference", 0.1, "referenceBatch", reference, "scaling", "NONE"),
          Rule.SCALING_RANGE);
    }

    @Test
    void saysTheNumbers() {
      Finding large = SOUND.with(Batch.class, "value", 16384).findings(Rule.SCALING_RANGE).get(0);
      assertEquals(
          "batch 16384 is 64 times the reference batch 256: scaling was tested up to a factor"
              + " of 32",
          large.message());
      assertEquals(
          "set the batch to 8192 or less, or give a reference for a larger batch", large.fix());
      Finding small = SOUND.with(Batch.class, "value", 4).findings(Rule.SCALING_RANGE).get(0);
      assertEquals(
          "batch 4 is 1/64 of the reference batch 256: scaling was tested up to a factor of 32",
          small.message());
      assertEquals(
          "set the batch to 8 or more, or give a reference for a smaller batch", small.fix());
    }
  }

  @Nested
  class PeakLrExtreme {
    @ParameterizedTest
    @CsvSource({
      "0.5, 256, 256, false",
      "0.50001, 256, 256, true",
      "0.1625, 256, 256, false",
      "0.65, 1024, 1024, false",
      "0.65, 64, 64, true",
      "2.0, 1024, 1024, false"
    })
    void firesAboveHalfAtBatch256(double reference, int referenceBatch, int batch, boolean fires) {
      RecipeFixture recipe =
          rate("reference", reference, "referenceBatch", referenceBatch)
              .with(Batch.class, "value", batch);
      assertFires(fires, recipe, Rule.PEAK_LR_EXTREME);
    }

    @Test
    void saysTheNumbers() {
      Finding finding =
          rate("reference", 0.65, "referenceBatch", 64).with(Batch.class, "value", 64).finding();
      assertEquals(
          "peak learning rate 0.65 at batch 64 is 2.6 at batch 256, above 0.5: training is likely"
              + " to diverge",
          finding.message());
      assertEquals("lower the learning rate so that the peak is 0.125 or less", finding.fix());
    }
  }

  @Nested
  class BatchNotDivisible {
    @ParameterizedTest
    @CsvSource({"256, 4, 2, false", "256, 3, 1, true", "256, 4, 3, true", "2, 2, 2, true"})
    void firesOnARest(int batch, int devices, int accumulate, boolean fires) {
      assertFires(
          fires,
          SOUND.with(Batch.class, "value", batch, "devices", devices, "accumulate", accumulate),
          Rule.BATCH_NOT_DIVISIBLE);
    }

    @Test
    void saysTheNeighbours() {
      Finding finding = SOUND.with(Batch.class, "value", 256, "devices", 3).finding();
      assertEquals(
          "batch 256 cannot be divided into 3 devices x 1 = 3 shards of one size",
          finding.message());
      assertEquals("set the batch to 255 or 258", finding.fix());
      assertEquals(
          "set the batch to 4 or a multiple of it",
          SOUND
              .with(Batch.class, "value", 2, "devices", 4)
              .findings(Rule.BATCH_NOT_DIVISIBLE)
              .get(0)
              .fix());
    }

    @Test
    void countsMoreShardsThanAnIntHolds() {
      RecipeFixture recipe =
          SOUND.with(Batch.class, "value", 256, "devices", 65536, "accumulate", 65536);
      assertTrue(recipe.finding().message().contains("4294967296 shards"));
    }
  }

  @Nested
  class ZeroSteps {
    @ParameterizedTest
    @CsvSource({"255, true, true", "256, true, false", "255, false, false"})
    void firesWithoutAFullBatch(int examples, boolean dropLast, boolean fires) {
      assertFires(fires, of(examples, 256, dropLast), Rule.ZERO_STEPS);
    }

    @Test
    void saysTheNumbersAlone() {
      Finding finding = of(255, 256, true).finding();
      assertEquals(
          "an epoch has no update: dropLast leaves out all 255 training examples, which do not"
              + " make one batch of 256",
          finding.message());
      assertEquals("set the batch to 255 or less, or drop 'dropLast'", finding.fix());
      assertEquals(Severity.ERROR, finding.severity());
    }

    @Test
    void isQuietWhileTheExamplesAreNotKnown() {
      RecipeFixture unknown =
          SOUND
              .with(Dataset.class, "classes", 1000)
              .with(Batch.class, "value", 256, "dropLast", true);
      assertEquals(List.of(), unknown.check().findings());
    }
  }

  @Nested
  class BatchExceedsData {
    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void firesAboveTheData(int examples, boolean fires) {
      assertFires(fires, of(examples, 256, false), Rule.BATCH_EXCEEDS_DATA);
    }

    @Test
    void saysTheNumbers() {
      assertEquals(
          "batch 256 is larger than the 255 training examples: every update sees all of them",
          of(255, 256, false).finding().message());
    }
  }

  @Nested
  class LastBatchOfOne {
    @ParameterizedTest
    @CsvSource({
      "513, 256, 1, true",
      "512, 256, 1, false",
      "514, 256, 1, false",
      "577, 256, 4, true", // a last batch of 65 is 64 and 1
      "576, 256, 4, false",
      "513, 256, 4, true"
    })
    void looksAtTheLastShard(int examples, int batch, int devices, boolean fires) {
      RecipeFixture recipe =
          SOUND
              .with(Dataset.class, "classes", 1000, "trainExamples", examples)
              .with(Batch.class, "value", batch, "devices", devices);
      assertFires(fires, recipe, Rule.LAST_BATCH_OF_ONE);
      assertFires(
          false,
          recipe.with(Batch.class, "value", batch, "devices", devices, "dropLast", true),
          Rule.LAST_BATCH_OF_ONE);
      assertFires(false, recipe.with(LeNet.class), Rule.LAST_BATCH_OF_ONE);
    }

    @Test
    void offersNoBatchWhereThereIsNone() {
      Finding single = of(1, 256, false).findings(Rule.LAST_BATCH_OF_ONE).get(0);
      assertEquals("train on more than one example", single.fix());
      Finding largest = of(1 << 30 | 1, 1 << 30, false).findings(Rule.LAST_BATCH_OF_ONE).get(0);
      assertTrue(largest.fix().startsWith("write dropLast = true, or set the batch to 10737418"));
    }

    @Test
    void saysAnotherBatch() {
      Finding finding = of(513, 256, false).finding();
      assertEquals(
          "the last batch of an epoch has 1 of 256 examples, and its last shard of 256 has 1:"
              + " batch normalisation of one example",
          finding.message());
      assertEquals("write dropLast = true, or set the batch to 257", finding.fix());
    }
  }

  @Nested
  class BatchRemainder {
    @ParameterizedTest
    @CsvSource({"1000, 900, false", "1001, 900, true", "511, 256, true", "255, 256, false"})
    void firesAboveATenth(int examples, int batch, boolean fires) {
      assertFires(fires, of(examples, batch, true), Rule.BATCH_REMAINDER);
      assertFires(false, of(examples, batch, false), Rule.BATCH_REMAINDER);
    }

    @Test
    void saysABatchThatLeavesLess() {
      Finding finding = of(511, 256, true).finding();
      assertEquals(
          "dropLast leaves out 255 of 511 training examples each epoch, 49.9 %, more than 10 %",
          finding.message());
      assertEquals("drop 'dropLast', or set the batch to 255", finding.fix());
    }
  }

  @Nested
  class BatchNormSmall {
    @ParameterizedTest
    @CsvSource({"8, 1, 1, false", "7, 1, 1, true", "64, 4, 2, false", "64, 4, 4, true"})
    void firesBelowEightInAShard(int batch, int devices, int accumulate, boolean fires) {
      RecipeFixture recipe =
          SOUND.with(Batch.class, "value", batch, "devices", devices, "accumulate", accumulate);
      assertFires(fires, recipe, Rule.BATCH_NORM_SMALL);
      assertFires(false, recipe.with(LeNet.class), Rule.BATCH_NORM_SMALL);
    }

    @Test
    void saysTheNumbers() {
      Finding finding = SOUND.with(Batch.class, "value", 64, "devices", 16).finding();
      assertEquals(
          "batch normalisation sees 4 examples, fewer than 8: batch 64 = 16 x 1 x 4, and"
              + " statistics are per shard",
          finding.message());
      assertEquals(
          "set the batch to 128 or more, or use fewer devices or less accumulation", finding.fix());
    }
  }

  @Nested
  class EffectiveBatch {
    private String message(RecipeFixture recipe) {
      return recipe.findings(Rule.EFFECTIVE_BATCH).get(0).message();
    }

    @Test
    void multipliesOut() {
      assertEquals(
          "batch 1024 = 4 devices x 1 x 256; peak lr 0.4 = 0.1 x 4",
          message(SOUND.with(Batch.class, "value", 1024, "devices", 4)));
      assertEquals(
          "batch 256 = 1 device x 2 x 128; peak lr 0.1, as written",
          message(rate("peak", 0.1).with(Batch.class, "value", 256, "accumulate", 2)));
      assertEquals(
          "batch 256 = 1 device x 1 x 256; peak lr 0.3, as written, against 0.1 = 0.1 x 1",
          message(rate("peak", 0.3, "reference", 0.1, "referenceBatch", 256)));
      assertEquals(
          "batch 256 = 1 device x 1 x 256; peak lr 0.2 = 0.1 x sqrt(4)",
          message(rate("reference", 0.1, "referenceBatch", 64, "scaling", "SQUARE_ROOT")));
      assertEquals(
          "batch 256 = 1 device x 1 x 256; peak lr 0.1 = 0.1, not scaled",
          message(rate("reference", 0.1, "referenceBatch", 64, "scaling", "NONE")));
    }

    @Test
    void isQuietIfTheBatchCannotBeDivided() {
      assertFires(false, SOUND.with(Batch.class, "value", 256, "devices", 3), Rule.EFFECTIVE_BATCH);
    }

    @Test
    void hasNoFix() {
      assertEquals(
          """
          [EFFECTIVE_BATCH] batch 256 = 1 device x 1 x 256; peak lr 0.1 = 0.1 x 1
              See docs/rules/EFFECTIVE_BATCH.md""",
          SOUND.findings(Rule.EFFECTIVE_BATCH).get(0).text());
    }
  }
}
