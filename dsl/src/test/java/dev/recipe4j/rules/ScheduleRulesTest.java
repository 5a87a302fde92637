package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.CosineDecay;
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

/** The rules on schedule and warm-up, at their boundaries. */
class ScheduleRulesTest {
  private static RecipeFixture recipe(int epochs, List<Integer> boundaries) {
    return RecipeFixture.resnet50()
        .with(Recipe.class, "epochs", epochs)
        .with(PiecewiseDecay.class, "atEpochs", boundaries);
  }

  @Nested
  class BoundariesOrder {
    @Test
    void firesOnDisorderAndOnRepetition() {
      assertEquals(
          "boundaries {60, 30, 90} are not positive and increasing: 30 follows 60",
          recipe(120, List.of(60, 30, 90)).finding().message());
      assertEquals(
          "write atEpochs = {30, 60, 90}", recipe(120, List.of(60, 30, 90)).finding().fix());
      assertEquals(
          "boundaries {30, 30} are not positive and increasing: 30 follows 30",
          recipe(120, List.of(30, 30)).finding().message());
    }

    @Test
    void firesOnZero() {
      Finding finding = recipe(120, List.of(0, 30)).finding();
      assertEquals(Rule.BOUNDARIES_ORDER, finding.rule());
      assertEquals("write atEpochs = {30}", finding.fix());
      assertEquals("write boundaries of 1 and more", recipe(120, List.of(0)).finding().fix());
    }

    @Test
    void isQuietOnIncrease() {
      assertTrue(recipe(120, List.of(1, 2)).check().findings().isEmpty());
    }

    @Test
    void aDisorderIsNotAlsoUnreached() {
      assertEquals(1, recipe(10, List.of(30, 20)).check().findings().size());
    }
  }

  @Nested
  class BoundaryUnreached {
    @Test
    void firesFromTheLastEpochOn() {
      assertTrue(recipe(91, List.of(30, 60, 90)).check().findings().isEmpty());
      Finding finding = recipe(90, List.of(30, 60, 90)).finding();
      assertEquals(Rule.BOUNDARY_UNREACHED, finding.rule());
      assertEquals(Severity.ERROR, finding.severity());
      assertEquals(
          "boundary 90 is never reached in 90 epochs: the learning rate falls 2 of 3 times",
          finding.message());
    }

    @Test
    void scalesTheBoundariesToTheTraining() {
      Finding finding = recipe(60, List.of(30, 60, 90)).finding();
      assertEquals(
          "boundaries 60 and 90 are never reached in 60 epochs: the learning rate falls 1 of 3"
              + " times",
          finding.message());
      assertEquals(
          "write atEpochs = {15, 30, 45} for 60 epochs, or train for 120 epochs", finding.fix());
    }

    @Test
    void offersOnlyALongerTrainingIfTheBoundariesWouldMeet() {
      assertEquals("train for 120 epochs", recipe(1, List.of(30, 60, 90)).finding().fix());
    }

    @Test
    void warnsIfOnlyTheWarmUpPushesABoundaryOut() {
      RecipeFixture recipe = recipe(95, List.of(30, 60, 90)).with(LinearWarmup.class);
      Finding finding = recipe.finding();
      assertEquals(Severity.WARNING, finding.severity());
      assertEquals(
          "boundary 90 is never reached in 95 epochs: the warm-up of 5 epochs delays 90 to epoch"
              + " 95",
          finding.message());
      assertEquals(
          "train for more than 95 epochs, or move the boundary to epoch 89 or earlier",
          finding.fix());
      assertTrue(recipe.with(Recipe.class, "epochs", 96).check().findings().isEmpty());
      assertTrue(recipe.with(LinearWarmup.class, "shift", false).check().findings().isEmpty());
    }
  }

  @Nested
  class WarmupTooLong {
    @ParameterizedTest
    @CsvSource({
      "5, 360, ",
      "20, 300, ",
      "4, 20, ",
      "4.1, 20, WARNING",
      "5, 10, WARNING",
      "9.9, 10, WARNING",
      "10, 10, ERROR" // composer issue 1077: crashes at the last step elsewhere
    })
    void warnsAboveAFifthAndRefusesTheWhole(double warmup, int epochs, Severity expected) {
      List<Finding> findings =
          RecipeFixture.resnet50()
              .with(CosineDecay.class)
              .with(Recipe.class, "epochs", epochs)
              .with(LinearWarmup.class, "epochs", warmup)
              .check()
              .findings();
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          findings.stream().map(Finding::severity).toList());
    }

    @Test
    void saysShareAndFix() {
      Finding finding =
          RecipeFixture.resnet50()
              .with(CosineDecay.class)
              .with(Recipe.class, "epochs", 10)
              .with(LinearWarmup.class, "epochs", 5.0)
              .finding();
      assertEquals("a warm-up of 5 epochs is 50 % of the training of 10 epochs", finding.message());
      assertEquals(
          "write @LinearWarmup(epochs = 2) or less, or train for 25 epochs or more", finding.fix());
    }
  }
}
