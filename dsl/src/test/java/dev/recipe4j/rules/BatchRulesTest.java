package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on batch and learning rate, at their boundaries. */
class BatchRulesTest {
  private static RecipeFixture recipe(
      int batch, double peak, double reference, int referenceBatch) {
    return RecipeFixture.resnet50()
        .with(Batch.class, "value", batch)
        .with(
            LearningRate.class,
            "peak",
            peak,
            "reference",
            reference,
            "referenceBatch",
            referenceBatch)
        .with(LinearWarmup.class);
  }

  @Nested
  class LrBatchScaling {
    @ParameterizedTest
    @CsvSource({
      "1024, 0.1, 0.1, 256, ERROR", // 4 times too small
      "256, 0.15, 0.1, 256, ERROR", // exactly 1.5 times
      "256, 0.1499, 0.1, 256, WARNING",
      "256, 0.1011, 0.1, 256, WARNING",
      "256, 0.101, 0.1, 256, ", // exactly 1 %
      "256, 0.0991, 0.1, 256, ",
      "1024, 0.65, 0.65, 1024, ",
      "2048, 1.3, 0.65, 1024, ",
      "64, 0.1, 0.1, 256, ERROR" // the 4-card recipe on one card: PaddleClas issue 2532
    })
    void comparesThePeakWithTheReference(
        int batch, double peak, double reference, int referenceBatch, Severity expected) {
      List<Finding> findings =
          recipe(batch, peak, reference, referenceBatch).findings(Rule.LR_BATCH_SCALING);
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          findings.stream().map(Finding::severity).toList());
    }

    @Test
    void saysBothNumbersAndTheFix() {
      Finding finding = recipe(1024, 0.1, 0.1, 256).finding();
      assertEquals(
          """
          [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: \
          0.1 at batch 256 gives 0.4 at batch 1024
              Fix: write peak = 0.4, drop 'peak' to have it derived, or set the batch to 256.
              If intended: @Accept(rule = Rule.LR_BATCH_SCALING, because = "...")
              See docs/rules/LR_BATCH_SCALING.md""",
          finding.text());
    }

    @Test
    void offersNoBatchThatIsNotWhole() {
      Finding finding = recipe(1024, 0.1001, 0.1, 256).finding();
      assertEquals("write peak = 0.4 or drop 'peak' to have it derived", finding.fix());
    }

    @Test
    void followsTheWrittenScaling() {
      RecipeFixture root =
          recipe(1024, 0.2, 0.1, 256)
              .with(
                  LearningRate.class,
                  "peak",
                  0.2,
                  "reference",
                  0.1,
                  "referenceBatch",
                  256,
                  "scaling",
                  "SQUARE_ROOT");
      assertTrue(root.check().findings().isEmpty());
      RecipeFixture none =
          root.with(
              LearningRate.class,
              "peak",
              0.2,
              "reference",
              0.1,
              "referenceBatch",
              256,
              "scaling",
              "NONE");
      assertEquals(
          "peak learning rate 0.2 does not follow its reference: 0.1 at batch 256 gives 0.1 at"
              + " batch 1024",
          none.finding().message());
    }

    @Test
    void pointsToTheValueWrittenNearestTheLeaf() {
      RecipeFixture parent = recipe(256, 0.1, 0.1, 256);
      RecipeFixture leaf =
          RecipeFixture.empty("Leaf")
              .with(dev.recipe4j.Recipe.class)
              .with(Batch.class, "value", 1024)
              .extending(parent);
      Finding finding = leaf.finding();
      assertTrue(
          finding.at() instanceof DeclaredMember member
              && member.name().equals("value")
              && member.origin().isOwn());
    }

    @Test
    void isQuietWhileTheBatchIsAtFault() {
      List<Finding> findings = recipe(0, 0.1, 0.1, 256).check().findings();
      assertEquals(List.of(Rule.VALUE_RANGE), findings.stream().map(Finding::rule).toList());
    }
  }

  @Nested
  class LargeBatchWithoutWarmup {
    private List<Finding> findings(int batch, int referenceBatch, RecipeFixture recipe) {
      return recipe
          .with(Batch.class, "value", batch)
          .with(LearningRate.class, "reference", 0.1, "referenceBatch", referenceBatch)
          .findings(Rule.LARGE_BATCH_WITHOUT_WARMUP);
    }

    @ParameterizedTest
    @CsvSource({
      "1024, 256, true", // ratio 4
      "1023, 256, false",
      "1024, 1023, true", // batch 1024, ratio above 1
      "1024, 1024, false",
      "128, 32, true",
      "127, 32, false"
    })
    void firesFromRatio4OrBatch1024(int batch, int referenceBatch, boolean fires) {
      assertEquals(fires, !findings(batch, referenceBatch, RecipeFixture.resnet50()).isEmpty());
    }

    @Test
    void isQuietWithAWarmUp() {
      RecipeFixture warm = RecipeFixture.resnet50().with(LinearWarmup.class, "epochs", 5.0);
      assertTrue(findings(1024, 256, warm).isEmpty());
      RecipeFixture zero = RecipeFixture.resnet50().with(LinearWarmup.class, "epochs", 0.0);
      assertEquals(1, findings(1024, 256, zero).size());
    }

    @Test
    void isQuietWhileTheWarmUpIsAtFault() {
      RecipeFixture wrong = RecipeFixture.resnet50().with(LinearWarmup.class, "epochs", -1.0);
      assertTrue(findings(1024, 256, wrong).isEmpty());
    }

    @Test
    void saysTheNumbers() {
      Finding finding = findings(1024, 256, RecipeFixture.resnet50()).get(0);
      assertEquals(
          "batch 1024 is 4 times the reference batch 256, and the learning rate starts at its peak"
              + " 0.4",
          finding.message());
      assertEquals(Severity.WARNING, finding.severity());
    }

    @Test
    void canBeAccepted() {
      Verdict verdict =
          RecipeFixture.resnet50()
              .with(Batch.class, "value", 1024)
              .accepting(Rule.LARGE_BATCH_WITHOUT_WARMUP, "measured: no loss")
              .check();
      assertTrue(verdict.findings().isEmpty());
      assertEquals("measured: no loss", verdict.accepted().get(0).acceptance().because());
    }
  }

  @Test
  void theSoundRecipeHasNoFinding() {
    assertEquals(List.of(), RecipeFixture.resnet50().check().findings());
    assertTrue(RecipeFixture.resnet50().without(Slot.WARMUP).check().recipe().isPresent());
  }
}
