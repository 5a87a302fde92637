package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.Dataset;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths in steps and in epochs beside each other, at the boundaries of the rules. */
class StepUnitsRulesTest {
  /** 120 epochs of 5005 updates: 600600. */
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  private static RecipeFixture atSteps(Integer... steps) {
    return SOUND.with(PiecewiseDecay.class, "atSteps", List.of(steps));
  }

  private static RecipeFixture withoutExamples(RecipeFixture recipe) {
    return recipe.with(Dataset.class, "classes", 1000);
  }

  private static List<Rule> rules(RecipeFixture recipe) {
    return recipe.check().findings().stream().map(Finding::rule).toList();
  }

  @Nested
  class BoundaryUnreached {
    @Test
    void firesFromTheLastStepOn() {
      assertEquals(List.of(), rules(atSteps(600_599)));
      Finding finding = atSteps(150_150, 600_600).finding();
      assertEquals(Rule.BOUNDARY_UNREACHED, finding.rule());
      assertEquals(Severity.ERROR, finding.severity());
      assertEquals(
          "boundary 600600 is never reached in 600600 steps (120 epochs): the learning rate falls 1"
              + " of 2 times",
          finding.message());
      // Meant for 600600 + 450450 steps, which are 210 epochs.
      assertEquals(
          "write atSteps = {85800, 343200} for 120 epochs, or train for 210 epochs", finding.fix());
      assertEquals(List.of(), rules(withoutExamples(atSteps(600_600))));
    }

    @ParameterizedTest
    @CsvSource({"575574, 5, true, false", "575575, 5, true, true", "575575, 5, false, false"})
    void warnsIfOnlyTheWarmUpPushesABoundaryOut(
        int boundary, double epochs, boolean shift, boolean fires) {
      List<Rule> expected = fires ? List.of(Rule.BOUNDARY_UNREACHED) : List.of();
      RecipeFixture recipe = atSteps(boundary);
      assertEquals(
          expected, rules(recipe.with(LinearWarmup.class, "epochs", epochs, "shift", shift)));
      assertEquals(
          expected, rules(recipe.with(LinearWarmup.class, "steps", 25_025, "shift", shift)));
    }

    @Test
    void saysWhatPushesIt() {
      Finding finding = atSteps(580_000).with(LinearWarmup.class, "steps", 25_025).finding();
      assertEquals(Severity.WARNING, finding.severity());
      assertEquals(
          "boundary 580000 is never reached in 600600 steps (120 epochs): the warm-up of 25025 steps"
              + " (5 epochs) delays 580000 to step 605025",
          finding.message());
      assertEquals(
          "train for more than 120.884 epochs, or move the boundary to step 575574 or earlier",
          finding.fix());
    }

    @Test
    void pointsToTheBatchThatWasChanged() {
      RecipeFixture child =
          RecipeFixture.empty("Larger")
              .with(Recipe.class)
              .with(Batch.class, "value", 512)
              .extending(atSteps(300_400));
      Finding finding = child.finding();
      assertEquals("value", ((DeclaredMember) finding.at()).name());
      assertEquals(
          "boundary 300400 is never reached in 300360 steps (120 epochs): the learning rate falls 0"
              + " of 1 times",
          finding.message());
    }

    @Test
    void countsNoMoreThanItCan() {
      assertEquals(
          "write atEpochs = {60} for 120 epochs, or train for 4294967294 epochs",
          SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(Integer.MAX_VALUE)).finding().fix());
    }
  }

  @Nested
  class BoundaryInWarmup {
    private List<Finding> findings(RecipeFixture recipe, String member, Object length) {
      return recipe
          .with(LinearWarmup.class, member, length, "shift", false)
          .findings(Rule.BOUNDARY_IN_WARMUP);
    }

    @ParameterizedTest
    @CsvSource({"999, 0", "1000, 1"})
    void comparesStepsWithSteps(int steps, int found) {
      assertEquals(found, findings(atSteps(1000), "steps", steps).size());
      assertEquals(found, findings(withoutExamples(atSteps(1000)), "steps", steps).size());
    }

    @ParameterizedTest
    @CsvSource({"5006, 0", "5005, 1"})
    void comparesStepsWithEpochs(int boundary, int found) {
      assertEquals(found, findings(atSteps(boundary), "epochs", 1.0).size());
      assertEquals(0, findings(withoutExamples(atSteps(boundary)), "epochs", 1.0).size());
    }

    @ParameterizedTest
    @CsvSource({"150149, 0", "150150, 1"})
    void comparesEpochsWithSteps(int steps, int found) {
      assertEquals(found, findings(SOUND, "steps", steps).size());
      assertEquals(0, findings(withoutExamples(SOUND), "steps", steps).size());
    }

    @Test
    void saysTheNumbers() {
      Finding finding = findings(atSteps(1000), "steps", 1001).get(0);
      assertEquals(
          "boundary 1000 lies in the warm-up of 1001 steps (0.2 epochs), which is not shifted: the"
              + " learning rate jumps from the peak to 0.1 of it where the warm-up ends",
          finding.message());
      assertEquals(
          "move the first boundary to step 1002 or later, or drop 'shift = false'", finding.fix());
    }

    @Test
    void readsTheWrittenValues() {
      RecipeFixture values =
          SOUND.with(
              PiecewiseDecay.class,
              "atEpochs",
              List.of(3, 4, 90),
              "values",
              List.of(.1, .07, .03, .01));
      assertTrue(
          findings(values, "epochs", 5.0).get(0).message().contains("from the peak to 0.03 where"));
    }
  }

  @Nested
  class EffectiveBoundaries {
    /** 22 updates an epoch, as in PaddleX issue 1625. */
    private final RecipeFixture small =
        SOUND.with(Dataset.class, "classes", 1000, "trainExamples", 22 * 256);

    private List<String> messages(RecipeFixture recipe) {
      return recipe.findings(Rule.EFFECTIVE_BOUNDARIES).stream().map(Finding::message).toList();
    }

    @Test
    void saysTheStepsOfTheWarmUpToo() {
      assertEquals(
          List.of(
              "decay at 150/240 acts at epochs 195.455/285.455, after a warm-up of 1000 steps"
                  + " (45.4545 epochs)"),
          messages(
              small
                  .with(PiecewiseDecay.class, "atEpochs", List.of(150, 240))
                  .with(LinearWarmup.class, "steps", 1000)));
    }

    @Test
    void addsStepsToSteps() {
      RecipeFixture recipe =
          small
              .with(PiecewiseDecay.class, "atSteps", List.of(3300, 5280))
              .with(LinearWarmup.class, "steps", 1000);
      assertEquals(
          List.of(
              "decay at 3300/5280 acts at steps 4300/6280, epochs 195.455/285.455, after a warm-up"
                  + " of 1000 steps (45.4545 epochs)"),
          messages(recipe));
      assertEquals(
          List.of("decay at 3300/5280 acts at steps 4300/6280, after a warm-up of 1000 steps"),
          messages(withoutExamples(recipe)));
    }

    /** 5.5 updates are rounded up. */
    @Test
    void addsEpochsToStepsIfItKnowsTheData() {
      RecipeFixture recipe = atSteps(500).with(LinearWarmup.class, "epochs", 0.25);
      assertEquals(
          List.of("decay at 500 acts at steps 506, epochs 23"),
          messages(recipe.with(Dataset.class, "classes", 1000, "trainExamples", 22 * 256)));
      assertEquals(List.of(), messages(withoutExamples(recipe)));
    }
  }

  @Nested
  class WarmupUnits {
    private final RecipeFixture cosine =
        SOUND.with(CosineDecay.class).with(Recipe.class, "epochs", 300);

    private RecipeFixture boundaries(String member, int first) {
      return SOUND
          .with(Recipe.class, "epochs", 300)
          .with(PiecewiseDecay.class, member, List.of(first));
    }

    @ParameterizedTest
    @CsvSource({"100100, false", "100101, true"})
    void firesAbove20Epochs(int steps, boolean fires) {
      RecipeFixture recipe = cosine.with(LinearWarmup.class, "steps", steps);
      assertEquals(fires ? List.of(Rule.WARMUP_UNITS) : List.of(), rules(recipe));
      assertEquals(List.of(), rules(withoutExamples(recipe)));
    }

    @ParameterizedTest
    @CsvSource({"50050, false", "50051, true"})
    void firesPastTheFirstBoundary(int steps, boolean fires) {
      List<Rule> expected = fires ? List.of(Rule.WARMUP_UNITS) : List.of();
      for (RecipeFixture recipe :
          List.of(boundaries("atEpochs", 10), boundaries("atSteps", 50_050))) {
        assertEquals(expected, rules(recipe.with(LinearWarmup.class, "steps", steps)));
      }
    }

    @Test
    void isQuietOnEpochs() {
      assertEquals(List.of(), rules(cosine.with(LinearWarmup.class, "epochs", 45.0)));
      assertEquals(
          List.of(), rules(boundaries("atEpochs", 10).with(LinearWarmup.class, "epochs", 15.0)));
    }

    @Test
    void saysTheNumbers() {
      RecipeFixture small =
          cosine
              .with(Dataset.class, "classes", 1000, "trainExamples", 22 * 256)
              .with(LinearWarmup.class, "steps", 1000);
      assertEquals(
          "a warm-up of 1000 steps is 45.4545 epochs of 22 steps, more than 20 epochs",
          small.finding().message());
      assertEquals(
          "write steps = 110 for 5 epochs, or epochs = 45.4545 if that is meant",
          small.finding().fix());
      Finding boundary =
          boundaries("atEpochs", 3).with(LinearWarmup.class, "steps", 20_020).finding();
      assertEquals(
          "a warm-up of 20020 steps is 4 epochs of 5005 steps, more than the first boundary at epoch"
              + " 3",
          boundary.message());
      assertEquals(
          "write steps = 15015 for 3 epochs, or epochs = 4 if that is meant", boundary.fix());
    }

    @Test
    void leavesOneLengthToOneRule() {
      RecipeFixture tooLong = cosine.with(LinearWarmup.class, "steps", 75 * 5005);
      assertEquals(List.of(Rule.WARMUP_TOO_LONG), rules(tooLong));
      RecipeFixture covering =
          boundaries("atEpochs", 10).with(LinearWarmup.class, "steps", 15 * 5005, "shift", false);
      assertEquals(List.of(Rule.BOUNDARY_IN_WARMUP), rules(covering));
    }
  }

  @Nested
  class WarmupTooLong {
    private final RecipeFixture cosine = SOUND.with(CosineDecay.class);

    @Test
    void saysStepsAndEpochs() {
      Finding finding = cosine.with(LinearWarmup.class, "steps", 150_150).finding();
      assertEquals(
          "a warm-up of 150150 steps (30 epochs) is 25 % of the training of 120 epochs",
          finding.message());
      assertEquals(
          "write @LinearWarmup(steps = 120120) or less, or train for 150 epochs or more",
          finding.fix());
    }

    @Test
    void offersNoWarmUpOfLessThanAStep() {
      Finding finding =
          cosine
              .with(Recipe.class, "epochs", 1)
              .with(Dataset.class, "classes", 1000, "trainExamples", 1024)
              .with(LinearWarmup.class, "steps", 1)
              .finding();
      assertEquals(
          "a warm-up of 1 step (0.25 epochs) is 25 % of the training of 1 epoch",
          finding.message());
      assertEquals("remove @LinearWarmup, or train for 2 epochs or more", finding.fix());
    }

    /** Only steps depend on the batch. */
    @ParameterizedTest
    @CsvSource({"steps, 1", "epochs, 0"})
    void readsTheBatchOfStepsOnly(String member, int found) {
      Object length = member.equals("steps") ? (Object) 150_150 : (Object) 30.0;
      RecipeFixture parent =
          cosine
              .with(LinearWarmup.class, member, length)
              .accepting(Rule.WARMUP_TOO_LONG, "as published");
      RecipeFixture child =
          RecipeFixture.empty("Larger")
              .with(Recipe.class)
              .with(Batch.class, "value", 512)
              .extending(parent);
      assertEquals(found, child.findings(Rule.WARMUP_TOO_LONG).size());
      RecipeFixture broken =
          cosine.with(LinearWarmup.class, member, length).with(Batch.class, "value", -1);
      assertEquals(1 - found, broken.findings(Rule.WARMUP_TOO_LONG).size());
    }
  }
}
