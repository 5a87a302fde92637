package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.CosineDecay;
import dev.recipe4j.Dataset;
import dev.recipe4j.ExponentialDecay;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.PolynomialDecay;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.StepDecay;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules that fall in declared steps: the end of the curve, and the end of the warm-up. */
class DeclaredStepsRulesTest {
  private static RecipeFixture recipe(int epochs) {
    return RecipeFixture.resnet50().with(Recipe.class, "epochs", epochs);
  }

  private static RecipeFixture step(int epochs) {
    return recipe(epochs).with(StepDecay.class, "everyEpochs", 30.0, "factor", 0.1);
  }

  private static RecipeFixture perEpoch(int epochs, double gamma) {
    return recipe(epochs).with(ExponentialDecay.class, "gamma", gamma, "per", "EPOCH");
  }

  @Nested
  class FinalLr {
    private List<String> messages(RecipeFixture recipe) {
      return recipe.findings(Rule.FINAL_LR).stream().map(Finding::message).toList();
    }

    @Test
    void readsAStepDecayAtTheLastUpdate() {
      assertEquals(
          List.of("the learning rate ends at 0.1, 100 % of the peak 0.1, above 10 %"),
          messages(step(30)));
      assertEquals(List.of(), messages(step(31)));
    }

    @Test
    void readsAFactorPerEpochInTheLastEpoch() {
      assertEquals(
          List.of("the learning rate ends at 0.0125, 12.5 % of the peak 0.1, above 10 %"),
          messages(perEpoch(4, 0.5)));
      assertEquals(List.of(), messages(perEpoch(5, 0.5)));
    }

    /** The last of 4 epochs runs at (1 + cos(3 pi / 4)) / 2 of the peak, of 5 at 9.5 %. */
    @Test
    void readsACosinePerEpochInTheLastEpoch() {
      Finding finding =
          recipe(4).with(CosineDecay.class, "per", "EPOCH").findings(Rule.FINAL_LR).get(0);
      assertEquals(
          "the learning rate ends at 0.01464, 14.6 % of the peak 0.1, above 10 %",
          finding.message());
      assertEquals("write per = Per.STEP, which ends at 0", finding.fix());
      assertEquals(List.of(), messages(recipe(5).with(CosineDecay.class, "per", "EPOCH")));
      Finding floor =
          recipe(120)
              .with(CosineDecay.class, "per", "EPOCH", "floor", 0.02)
              .findings(Rule.FINAL_LR)
              .get(0);
      assertEquals("write floor = 0.01 or less", floor.fix());
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0", "0.0101, 1"})
    void readsAPolynomialAtItsEnd(double end, int found) {
      RecipeFixture recipe = recipe(2).with(PolynomialDecay.class, "end", end);
      assertEquals(found, recipe.findings(Rule.FINAL_LR).size());
    }

    @Test
    void saysThePolynomialsFix() {
      Finding finding = recipe(120).with(PolynomialDecay.class, "end", 0.02).finding();
      assertEquals(
          "the learning rate ends at 0.02, 20 % of the peak 0.1, above 10 %", finding.message());
      assertEquals("write end = 0.01 or less", finding.fix());
    }

    @Test
    void leavesAnEndAboveThePeakToItsRule() {
      assertEquals(
          Rule.VALUE_RANGE, recipe(120).with(PolynomialDecay.class, "end", 0.1).finding().rule());
    }

    @Test
    void hasNoOpinionOnUpdatesThatItDoesNotKnow() {
      RecipeFixture recipe =
          recipe(2).with(ExponentialDecay.class, "gamma", 0.9999999, "per", "STEP");
      assertEquals(1, messages(recipe).size());
      assertEquals(List.of(), messages(recipe.with(Dataset.class, "classes", 1000)));
    }
  }

  @Nested
  class LrJump {
    private List<String> messages(RecipeFixture recipe, double warmup) {
      return recipe
          .with(LinearWarmup.class, "epochs", warmup, "shift", false)
          .findings(Rule.LR_JUMP)
          .stream()
          .map(Finding::message)
          .toList();
    }

    /** A warm-up that ends where the step is declared adds no jump of its own. */
    @Test
    void countsAStepThatTheWarmUpCovers() {
      assertEquals(List.of(), messages(step(120), 30));
      assertEquals(
          List.of(
              "the learning rate jumps from 0.1 to 0.01 where the warm-up of 30.1 epochs ends, by"
                  + " 90 % of the peak, more than 20 %"),
          messages(step(120), 30.1));
    }

    /** 0.9 squared is 19 % below, cubed 27 %; the fall that is declared comes on top. */
    @Test
    void countsTheEpochsThatTheWarmUpCovers() {
      assertEquals(List.of(), messages(perEpoch(120, 0.9), 3));
      assertEquals(
          List.of(
              "the learning rate jumps from 0.1 to 0.06561 where the warm-up of 4 epochs ends, by"
                  + " 34.4 % of the peak, more than 20 %"),
          messages(perEpoch(120, 0.9), 4));
    }

    @Test
    void firesOnACosinePerEpoch() {
      RecipeFixture cosine = recipe(120).with(CosineDecay.class, "per", "EPOCH");
      assertEquals(
          List.of(
              "the learning rate jumps from 0.1 to 0.05 where the warm-up of 60 epochs ends, by 50 %"
                  + " of the peak, more than 20 %"),
          messages(cosine, 60));
      assertEquals(List.of(), messages(cosine, 30));
    }

    @Test
    void saysTheStepsOfTheWarmUp() {
      Finding finding =
          recipe(120)
              .with(CosineDecay.class)
              .with(LinearWarmup.class, "steps", 300_300, "shift", false)
              .findings(Rule.LR_JUMP)
              .get(0);
      assertEquals(
          "the learning rate jumps from 0.1 to 0.05 where the warm-up of 300300 steps (60 epochs)"
              + " ends, by 50 % of the peak, more than 20 %",
          finding.message());
    }

    @Test
    void hasNoOpinionOnUpdatesThatItDoesNotKnow() {
      RecipeFixture recipe =
          recipe(120)
              .with(ExponentialDecay.class, "gamma", 0.999, "per", "STEP")
              .with(Dataset.class, "classes", 1000);
      assertEquals(List.of(), messages(recipe, 5));
    }
  }
}
