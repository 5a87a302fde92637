package dev.recipe4j.rules;

import static dev.recipe4j.RecipeFixture.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.Dataset;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.Momentum;
import dev.recipe4j.Normalize;
import dev.recipe4j.PadAndCrop;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.RandomResizedCrop;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.ResNet;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Site;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on the form of a recipe, and accepts. */
class FormRulesTest {
  @Test
  void structureNamesTheFault() {
    Verdict verdict = RecipeFixture.resnet50().check(new Site(Optional.of("generic")));
    assertEquals(
        "ResNet50ImageNet cannot be a recipe: it is generic", verdict.findings().get(0).message());
    assertEquals(Rule.STRUCTURE, verdict.findings().get(0).rule());
    assertTrue(verdict.recipe().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet50-imagenet", "a", "v1-x0-25"})
  void soundIds(String id) {
    assertEquals(
        List.of(), rules(RecipeFixture.resnet50().with(Recipe.class, "id", id, "epochs", 120)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResNet50", "a_b", "-a", "a--b", "a b"})
  void wrongIds(String id) {
    assertEquals(
        List.of(Rule.RECIPE_ID),
        rules(RecipeFixture.resnet50().with(Recipe.class, "id", id, "epochs", 120)));
  }

  @Test
  void aWrongIdIsMended() {
    RecipeFixture recipe = RecipeFixture.resnet50();
    assertEquals(
        "write id = \"res-net50\"",
        recipe.with(Recipe.class, "id", "ResNet50", "epochs", 120).finding().fix());
  }

  @Nested
  class MissingSlot {
    @ParameterizedTest
    @EnumSource(Slot.class)
    void everyRequiredSlotAndNoOther(Slot slot) {
      if (slot == Slot.RECIPE || slot == Slot.CROP) {
        return;
      }
      List<Rule> expected = slot.isRequired() ? List.of(Rule.MISSING_SLOT) : List.of();
      assertEquals(expected, rules(RecipeFixture.resnet50().without(slot)));
    }

    @Test
    void epochs() {
      assertEquals(
          "the recipe does not say its epochs",
          RecipeFixture.resnet50().with(Recipe.class).finding().message());
    }

    @Test
    void peakLearningRate() {
      RecipeFixture recipe = RecipeFixture.resnet50().with(LearningRate.class);
      assertEquals(List.of(Rule.MISSING_SLOT), rules(recipe));
      assertEquals(
          List.of(Rule.LR_REFERENCE_MISSING), rules(recipe.with(LearningRate.class, "peak", 0.1)));
    }

    @Test
    void inputSize() {
      RecipeFixture recipe = RecipeFixture.resnet50().without(Slot.CROP);
      assertEquals(List.of(Rule.MISSING_SLOT), rules(recipe));
      assertEquals(List.of(Rule.MISSING_SLOT), rules(recipe.with(PadAndCrop.class)));
      RecipeFixture fixedSize = recipe.with(Dataset.class, "classes", 10, "imageSize", 64);
      assertEquals(List.of(), rules(fixedSize));
      assertEquals(List.of(), rules(fixedSize.with(PadAndCrop.class)));
    }
  }

  @Test
  void duplicatesAreNotMissingToo() {
    Finding finding = RecipeFixture.resnet50().adding(CosineDecay.class).finding();
    assertEquals(Rule.DUPLICATE_SLOT, finding.rule());
    assertEquals(
        "@CosineDecay fills the slot SCHEDULE that @PiecewiseDecay fills already",
        finding.message());
  }

  @Test
  void aFaultHidesOnlyTheRulesThatReadIt() {
    RecipeFixture recipe =
        RecipeFixture.resnet50()
            .without(Slot.MODEL)
            .with(Momentum.class, "value", 1.5)
            .with(LearningRate.class, "reference", 0.1, "referenceBatch", 64, "peak", 0.1)
            .with(LinearWarmup.class, "epochs", 60.0);
    assertEquals(
        List.of(Rule.MISSING_SLOT, Rule.VALUE_RANGE, Rule.LR_BATCH_SCALING, Rule.WARMUP_TOO_LONG),
        rules(recipe.with(CosineDecay.class)));
  }

  @Test
  void aReferenceHasABatch() {
    RecipeFixture recipe = RecipeFixture.resnet50();
    assertEquals(
        List.of(Rule.ONE_OF_MEMBERS), rules(recipe.with(LearningRate.class, "reference", 0.1)));
    assertEquals(
        "referenceBatch = 256 is written without reference",
        recipe.with(LearningRate.class, "referenceBatch", 256).finding().message());
  }

  @Nested
  class ValueRange {
    @Test
    void boundsAreSharp() {
      RecipeFixture recipe = RecipeFixture.resnet50();
      assertEquals(List.of(), rules(recipe.with(Momentum.class, "value", 0.0)));
      assertEquals(List.of(), rules(recipe.with(RandomFlip.class, "value", 1.0)));
      assertEquals(List.of(Rule.VALUE_RANGE), rules(recipe.with(Momentum.class, "value", 1.0)));
      assertEquals(
          List.of(Rule.VALUE_RANGE), rules(recipe.with(Momentum.class, "value", Double.NaN)));
      assertEquals(
          "value of @RandomFlip is 1.1, but must be at least 0 and at most 1",
          recipe.with(RandomFlip.class, "value", 1.1).finding().message());
      assertEquals(
          "depth of @ResNet is 20, but must be one of 18, 34, 50, 101, 152",
          recipe.with(ResNet.class, "depth", 20).finding().message());
    }

    @Test
    void anIntegerQuotientIsExplained() {
      Finding finding =
          RecipeFixture.resnet50()
              .with(LearningRate.class, "reference", 0.0, "referenceBatch", 256)
              .finding();
      assertTrue(finding.fix().contains("write 1.0 / 4, not 1 / 4"), finding.fix());
    }

    @Test
    void cropBounds() {
      RecipeFixture recipe = RecipeFixture.resnet50();
      Finding finding =
          recipe.with(RandomResizedCrop.class, "value", 224, "maxScale", 0.05).finding();
      assertEquals("minScale 0.08 is greater than maxScale 0.05", finding.message());
      assertEquals("write maxScale of at least 0.08", finding.fix());
      assertEquals(
          List.of(), rules(recipe.with(RandomResizedCrop.class, "value", 224, "maxScale", 0.08)));
    }

    @Test
    void floorBelowPeak() {
      RecipeFixture recipe = RecipeFixture.resnet50();
      assertEquals(List.of(Rule.FINAL_LR), rules(recipe.with(CosineDecay.class, "floor", 0.0999)));
      assertEquals(
          "floor 0.1 is not below the peak learning rate 0.1",
          recipe.with(CosineDecay.class, "floor", 0.1).finding().message());
    }
  }

  @Nested
  class Accepts {
    private final RecipeFixture large = RecipeFixture.resnet50().with(Batch.class, "value", 1024);

    @Test
    void aReasonIsNeeded() {
      assertEquals(
          List.of(Rule.ACCEPT_REASON),
          rules(large.accepting(Rule.LARGE_BATCH_WITHOUT_WARMUP, " ")));
    }

    @Test
    void acceptingNothingIsAWarning() {
      Verdict verdict =
          RecipeFixture.resnet50().accepting(Rule.LR_BATCH_SCALING, "because").check();
      assertEquals(Rule.ACCEPT_UNNEEDED, verdict.findings().get(0).rule());
      assertFalse(verdict.hasErrors());
    }

    @Test
    void structuralRulesCannotBeAccepted() {
      assertEquals(
          List.of(Rule.MISSING_SLOT, Rule.ACCEPT_NOT_POSSIBLE),
          rules(
              RecipeFixture.resnet50()
                  .without(Slot.BATCH)
                  .accepting(Rule.MISSING_SLOT, "because")));
    }

    @Test
    void anAcceptedErrorYieldsARecipe() {
      Verdict verdict =
          large
              .with(LinearWarmup.class)
              .with(LearningRate.class, "peak", 0.1, "reference", 0.1, "referenceBatch", 256)
              .accepting(Rule.LR_BATCH_SCALING, "measured")
              .check();
      assertEquals(1, verdict.accepted().size());
      assertTrue(verdict.recipe().isPresent());
    }

    @Test
    void anAcceptIsInheritedUntilASlotThatItsRuleReadsIsReplaced() {
      RecipeFixture parent = large.accepting(Rule.LARGE_BATCH_WITHOUT_WARMUP, "measured");
      RecipeFixture leaf =
          RecipeFixture.empty("Leaf").with(Recipe.class, "epochs", 200).extending(parent);
      assertEquals(List.of(), rules(leaf));
      assertEquals(List.of(), rules(leaf.with(CosineDecay.class)));
      assertEquals(
          List.of(Rule.LARGE_BATCH_WITHOUT_WARMUP), rules(leaf.with(Batch.class, "value", 2048)));
    }
  }

  @Nested
  class AmbiguousSlot {
    @Test
    void twoDataSetsAreOneFinding() {
      RecipeFixture recipe =
          RecipeFixture.resnet50()
              .without(Slot.DATASET)
              .without(Slot.NORMALIZE)
              .composing("Photos", 1, Dataset.class, "classes", 10)
              .composing("Photos", 1, Normalize.class, "mean", ONES, "std", ONES)
              .composing("Sketches", 1, Dataset.class, "classes", 20)
              .composing(
                  "Sketches", 1, Normalize.class, "mean", ONES, "std", List.of(2.0, 2.0, 2.0));
      Finding finding = recipe.finding();
      assertEquals(
          "@Sketches fills the slots DATASET and NORMALIZE differently from @Photos",
          finding.message());
      assertEquals(
          "remove @Photos or @Sketches, or write the components of these slots on the recipe itself",
          finding.fix());
    }

    private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

    @Test
    void oneSlotIsNamedWithItsComponents() {
      RecipeFixture recipe =
          RecipeFixture.resnet50()
              .without(Slot.BATCH)
              .composing("Small", 1, Batch.class, "value", 16)
              .composing("Large", 1, Batch.class, "value", 256);
      assertEquals(
          "@Batch of @Large fills the slot BATCH differently from @Batch of @Small",
          recipe.finding().message());
    }
  }

  @Test
  void anAcceptThatComesWithASharedAnnotationNeedsNoFinding() {
    RecipeFixture recipe = RecipeFixture.resnet50();
    assertEquals(List.of(), rules(recipe.acceptingFrom("House", Rule.CADENCE, "as all of ours")));
    assertEquals(
        List.of(Rule.ACCEPT_REASON), rules(recipe.acceptingFrom("House", Rule.CADENCE, " ")));
  }
}
