package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on the values of a piecewise decay, at their boundaries. */
class ValuesRulesTest {
  private static RecipeFixture recipe(List<Integer> boundaries, List<Double> values) {
    return RecipeFixture.resnet50()
        .with(PiecewiseDecay.class, "atEpochs", boundaries, "values", values);
  }

  private static List<Rule> rules(RecipeFixture recipe) {
    return recipe.check().findings().stream().map(Finding::rule).toList();
  }

  @Nested
  class ValuesLength {
    private final List<Integer> boundaries = List.of(30, 60, 90);

    @Test
    void takesOneMoreThanBoundaries() {
      assertEquals(List.of(), rules(recipe(boundaries, List.of(.1, .01, .001, 1e-4))));
    }

    @Test
    void firesOnOneTooFew() {
      Finding finding = recipe(boundaries, List.of(.1, .01, .001)).finding();
      assertEquals(Rule.VALUES_LENGTH, finding.rule());
      assertEquals(Severity.ERROR, finding.severity());
      assertEquals(
          "values {0.1, 0.01, 0.001} are 3, but boundaries {30, 60, 90} need 4: one before each and"
              + " one after the last",
          finding.message());
      assertEquals("write 4 values, or atEpochs = {30, 60}", finding.fix());
    }

    @Test
    void firesOnOneTooMany() {
      assertEquals(
          "write values = {0.1, 0.01}, or a boundary for each value but the first",
          recipe(List.of(30), List.of(.1, .01, .001)).finding().fix());
    }

    @Test
    void offersTheFactorWhereNothingIsLeft() {
      assertEquals(
          "write 4 values, or factor in their place",
          recipe(boundaries, List.of(.1)).finding().fix());
      assertEquals(
          "values {} are 0, but boundaries {30, 60, 90} need 4: one before each and one after the"
              + " last",
          recipe(boundaries, List.of()).finding().message());
    }

    @Test
    void namesTheBoundariesInSteps() {
      Finding finding =
          RecipeFixture.resnet50()
              .with(
                  PiecewiseDecay.class, "atSteps", List.of(5005, 9000), "values", List.of(.1, .01))
              .finding();
      assertEquals("write 3 values, or atSteps = {5005}", finding.fix());
    }

    /** They end high, rise, begin elsewhere and lie in the warm-up. */
    @Test
    void keepsRulesQuietThatWouldReadTheValues() {
      RecipeFixture broken =
          recipe(List.of(2, 60), List.of(.3, .4)).with(LinearWarmup.class, "shift", false);
      assertEquals(List.of(Rule.VALUES_LENGTH), rules(broken));
      RecipeFixture accepted = broken.accepting(Rule.VALUES_LENGTH, "as published");
      assertEquals(List.of(), rules(accepted));
      assertTrue(accepted.check().recipe().isPresent());
    }
  }

  @Nested
  class ValuesOrder {
    @Test
    void takesFallingValuesFromThePeak() {
      assertEquals(List.of(), rules(recipe(List.of(30, 60), List.of(.1, .05, .01))));
    }

    @Test
    void firesOnARise() {
      Finding finding = recipe(List.of(30, 60), List.of(.1, .001, .01)).finding();
      assertEquals(Rule.VALUES_ORDER, finding.rule());
      assertEquals(Severity.WARNING, finding.severity());
      assertEquals(
          "values {0.1, 0.001, 0.01} do not fall at every boundary: at 60, 0.01 follows 0.001",
          finding.message());
      assertEquals("write values = {0.1, 0.01, 0.001}", finding.fix());
    }

    @Test
    void firesOnEqualValues() {
      Finding finding = recipe(List.of(30, 60), List.of(.1, .1, .01)).finding();
      assertEquals(
          "values {0.1, 0.1, 0.01} do not fall at every boundary: at 30, 0.1 follows 0.1",
          finding.message());
      assertEquals(
          "write a value below 0.1 after boundary 30, or drop the boundary and its value",
          finding.fix());
    }

    @Test
    void answersAloneForAHighEnd() {
      assertEquals(List.of(Rule.VALUES_ORDER), rules(recipe(List.of(30), List.of(.01, .1))));
      assertEquals(List.of(Rule.VALUES_ORDER), rules(recipe(List.of(30), List.of(.1, .2))));
    }

    @Test
    void firesWhereThePeakIsAnother() {
      assertEquals(List.of(), rules(recipe(List.of(60), List.of(.1 * (1 + 1e-12), .01))));
      Finding finding = recipe(List.of(60), List.of(.1001, .01)).finding();
      assertEquals(
          "the highest of the values {0.1001, 0.01} is 0.1001, but the peak learning rate at batch"
              + " 256 is 0.1",
          finding.message());
    }

    @Test
    void saysTwoFaultsTwice() {
      assertEquals(
          List.of(Rule.VALUES_ORDER, Rule.VALUES_ORDER),
          rules(recipe(List.of(30, 60), List.of(.4, .004, .04))));
    }

    @Test
    void pointsToTheBatchThatWasChanged() {
      RecipeFixture child =
          RecipeFixture.empty("Larger")
              .with(Recipe.class)
              .with(Batch.class, "value", 512)
              .extending(recipe(List.of(60), List.of(.1, .01)));
      Finding finding = child.finding();
      assertEquals(
          child.check().declaration().find(Slot.BATCH).get().member("value"), finding.at());
      assertEquals(
          "write values = {0.2, 0.02}, or factor in their place, which follows the batch",
          finding.fix());
    }

    @Test
    void leavesAWrongPeakToItsRule() {
      RecipeFixture recipe =
          recipe(List.of(60), List.of(.1, .01))
              .with(LearningRate.class, "reference", .1, "referenceBatch", 256, "peak", .2);
      assertEquals(List.of(Rule.LR_BATCH_SCALING), rules(recipe));
      assertEquals("peak", ((DeclaredMember) recipe.finding().at()).name());
    }

    @Test
    void leavesDisorderOfTheBoundariesToItsRule() {
      assertEquals(
          List.of(Rule.BOUNDARIES_ORDER), rules(recipe(List.of(60, 30), List.of(.3, .4, .5))));
    }
  }
}
