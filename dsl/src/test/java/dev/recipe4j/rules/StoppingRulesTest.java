package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.CosineDecay;
import dev.recipe4j.Dataset;
import dev.recipe4j.EarlyStopping;
import dev.recipe4j.Ema;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.StepDecay;
import dev.recipe4j.TopK;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on averaging, early stopping and reported accuracies, at their boundaries. */
class StoppingRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  @Nested
  class EmaWindow {
    /** One update an epoch. */
    private RecipeFixture recipe(int epochs, double decay) {
      return SOUND
          .with(CosineDecay.class)
          .with(Recipe.class, "epochs", epochs)
          .with(Dataset.class, "classes", 1000, "trainExamples", 256)
          .with(Ema.class, "decay", decay);
    }

    /** A window of 1000. */
    @ParameterizedTest
    @CsvSource({"3333, true", "3334, false"})
    void firesAbove30PercentOfTraining(int epochs, boolean fires) {
      assertEquals(fires, !recipe(epochs, 0.999).findings(Rule.EMA_WINDOW).isEmpty());
    }

    @Test
    void saysTheNumbers() {
      Finding finding =
          recipe(100, 0.9999)
              .with(Dataset.class, "classes", 1000, "trainExamples", 2560)
              .findings(Rule.EMA_WINDOW)
              .get(0);
      assertEquals(
          "an average with decay 0.9999 has a window of 10000 updates, 1000 % of the 1000 updates of"
              + " training, more than 30 %",
          finding.message());
      assertEquals(
          "write decay = 0.99666 or less, or train for 3334 epochs or more", finding.fix());
    }

    @Test
    void theFixIsQuiet() {
      assertEquals(List.of(), recipe(1000, 0.99666).findings(Rule.EMA_WINDOW));
      assertEquals(1, recipe(1000, 0.9967).findings(Rule.EMA_WINDOW).size());
    }

    @Test
    void offersNoWindowOfLessThanAnUpdate() {
      Finding finding = recipe(3, 0.5).findings(Rule.EMA_WINDOW).get(0);
      assertEquals("remove @Ema, or train for 7 epochs or more", finding.fix());
    }

    @Test
    void isQuietWithoutTheExamples() {
      RecipeFixture unknown = recipe(3, 0.9999).with(Dataset.class, "classes", 1000);
      assertEquals(List.of(), unknown.findings(Rule.EMA_WINDOW));
    }
  }

  @Nested
  class EarlyStopDead {
    private List<Finding> findings(RecipeFixture recipe, int patience) {
      return recipe.with(EarlyStopping.class, "patience", patience).findings(Rule.EARLY_STOP_DEAD);
    }

    private void firesBelow(int patience, RecipeFixture recipe) {
      assertEquals(List.of(), findings(recipe, patience));
      assertEquals(1, findings(recipe, patience - 1).size());
    }

    @Test
    void firesFromTheWholeTrainingOn() {
      RecipeFixture cosine = SOUND.with(CosineDecay.class);
      assertEquals(List.of(), findings(cosine, 1));
      assertEquals(List.of(), findings(cosine, 119));
      Finding finding = findings(cosine, 120).get(0);
      assertEquals(
          "early stopping after 120 epochs without improvement never ends a training of 120 epochs",
          finding.message());
      assertEquals(
          "write patience = 119 or less, or train for more than 120 epochs", finding.fix());
      assertEquals(
          "early stopping after 1 epoch without improvement never ends a training of 1 epoch",
          findings(cosine.with(Recipe.class, "epochs", 1), 1).get(0).message());
      assertEquals(
          "remove @EarlyStopping, or train for more than 1 epoch",
          findings(cosine.with(Recipe.class, "epochs", 1), 1).get(0).fix());
    }

    @Test
    void firesBeforeTheFirstFall() {
      firesBelow(30, SOUND);
      firesBelow(35, SOUND.with(LinearWarmup.class));
      firesBelow(30, SOUND.with(LinearWarmup.class, "shift", false));
      firesBelow(36, SOUND.with(LinearWarmup.class, "steps", 30030));
      firesBelow(30, SOUND.with(StepDecay.class, "everyEpochs", 30.0, "factor", 0.1));
      firesBelow(30, SOUND.with(PiecewiseDecay.class, "atSteps", List.of(150150)));
    }

    @Test
    void saysTheNumbers() {
      Finding finding = findings(SOUND.with(LinearWarmup.class, "epochs", 0.5), 10).get(0);
      assertEquals(
          "early stopping after 10 epochs without improvement can end the training before the"
              + " learning rate first falls, at epoch 30.5",
          finding.message());
      assertEquals(
          "write patience = 31 or more, or let the learning rate fall by epoch 10", finding.fix());
    }

    @Test
    void isQuietWhileTheFirstFallIsNotKnown() {
      RecipeFixture unknown = SOUND.with(Dataset.class, "classes", 1000);
      assertEquals(
          List.of(), findings(unknown.with(PiecewiseDecay.class, "atSteps", List.of(150150)), 10));
      RecipeFixture warming = unknown.with(LinearWarmup.class, "steps", 500);
      assertEquals(List.of(), findings(warming, 10));
      assertEquals(
          List.of(),
          findings(warming.with(StepDecay.class, "everyEpochs", 30.0, "factor", 0.1), 10));
    }

    @Test
    void leavesAnUnreachedBoundaryToItsRule() {
      RecipeFixture never = SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(130));
      assertEquals(List.of(), findings(never, 10));
      assertEquals(1, never.findings(Rule.BOUNDARY_UNREACHED).size());
    }
  }

  @Nested
  class Topk {
    private List<Finding> findings(int classes, Object... members) {
      return SOUND
          .with(Dataset.class, "classes", classes)
          .with(TopK.class, members)
          .findings(Rule.TOPK);
    }

    @ParameterizedTest
    @CsvSource({"6, ", "5, WARNING", "4, ERROR"})
    void comparesTheLargestWithTheClasses(int classes, Severity expected) {
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          findings(classes, "value", List.of(1, 5)).stream().map(Finding::severity).toList());
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "5"})
    void isQuietOnTheDefault(int classes) {
      assertEquals(List.of(), findings(classes));
    }

    @Test
    void saysTheNumbers() {
      Finding beyond = findings(3, "value", List.of(5, 3, 1)).get(0);
      assertEquals("top-5 with classes = 3: the network has 3 outputs", beyond.message());
      assertEquals("write @TopK({1})", beyond.fix());
      Finding all = findings(5, "value", List.of(5)).get(0);
      assertEquals("top-5 with classes = 5 is always 100 %", all.message());
      assertEquals("write @TopK(1)", all.fix());
    }
  }
}
