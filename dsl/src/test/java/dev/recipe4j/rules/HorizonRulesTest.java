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
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on schedules that end too late or too early, at their boundaries. */
class HorizonRulesTest {
  /** 120 epochs of 5005 updates. */
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  private static RecipeFixture withoutExamples(RecipeFixture recipe) {
    return recipe.with(Dataset.class, "classes", 1000);
  }

  private static List<Rule> rules(RecipeFixture recipe) {
    return recipe.check().findings().stream().map(Finding::rule).toList();
  }

  @Nested
  class ScheduleHorizon {
    private RecipeFixture cosine(double overEpochs) {
      return SOUND.with(CosineDecay.class, "overEpochs", overEpochs);
    }

    private void assertFires(boolean expected, RecipeFixture recipe) {
      assertEquals(expected ? List.of(Rule.SCHEDULE_HORIZON) : List.of(), rules(recipe));
    }

    @ParameterizedTest
    @CsvSource({
      "120, false",
      "120.0001, false", // half an update
      "120.0002, true",
      "119.9999, false",
      "119.9998, true",
      "200, true",
      "1, true"
    })
    void firesFromAnUpdateOn(double overEpochs, boolean fires) {
      assertFires(fires, cosine(overEpochs));
      assertFires(fires, SOUND.with(PolynomialDecay.class, "overEpochs", overEpochs));
    }

    @Test
    void comparesExactlyWithoutTheData() {
      assertFires(false, withoutExamples(cosine(120)));
      assertFires(true, withoutExamples(cosine(120.0001)));
    }

    @ParameterizedTest
    @CsvSource({"115, true, false", "120, true, true", "120, false, false", "115, false, true"})
    void subtractsAShiftedWarmUp(double overEpochs, boolean shift, boolean fires) {
      assertFires(fires, cosine(overEpochs).with(LinearWarmup.class, "shift", shift));
    }

    @Test
    void countsAWarmUpInStepsIfItKnowsTheData() {
      RecipeFixture almost = cosine(119.80019).with(LinearWarmup.class, "steps", 1000);
      assertFires(false, almost);
      RecipeFixture whole = cosine(120).with(LinearWarmup.class, "steps", 1000);
      assertFires(true, whole);
      assertFires(false, withoutExamples(whole));
    }

    @ParameterizedTest
    @CsvSource({"119, false", "118.5, true"})
    void leavesAnEpochToASchedulePerEpoch(double overEpochs, boolean fires) {
      assertFires(
          fires,
          SOUND
              .with(CosineDecay.class, "per", "EPOCH", "overEpochs", overEpochs)
              .with(LinearWarmup.class, "epochs", 0.5));
    }

    @Test
    void saysWhereTheLearningRateEnds() {
      Finding finding = cosine(240).finding();
      assertEquals(
          "a cosine over 240 epochs in 120 epochs of training: the learning rate ends at 0.05, 50 %"
              + " of the peak 0.1",
          finding.message());
      assertEquals(
          "drop 'overEpochs' to have it derived, 120, or train for 240 epochs", finding.fix());
      // (1 + cos(pi 115 / 120)) / 2 = 0.004278
      assertEquals(
          "a cosine over 120 epochs in the 115 epochs of training after the warm-up: the learning"
              + " rate ends at 4.278e-4, 0.4 % of the peak 0.1",
          cosine(120).with(LinearWarmup.class).finding().message());
      assertEquals(
          "a polynomial over 160 epochs in 120 epochs of training: the learning rate ends at 0.025,"
              + " 25 % of the peak 0.1",
          SOUND.with(PolynomialDecay.class, "overEpochs", 160.0).finding().message());
    }

    @Test
    void saysFromWhereItIsConstant() {
      Finding finding = cosine(60.5).with(LinearWarmup.class).finding();
      assertEquals(
          "a cosine over 60.5 epochs in the 115 epochs of training after the warm-up: the learning"
              + " rate is constant at 0 after epoch 65.5",
          finding.message());
      assertEquals("drop 'overEpochs' to have it derived, 115", finding.fix());
    }

    @Test
    void answersForAHighEndOnlyWhereItIsTheCause() {
      RecipeFixture high = SOUND.with(CosineDecay.class, "floor", 0.05, "overEpochs", 60.0);
      assertEquals(List.of(Rule.SCHEDULE_HORIZON, Rule.FINAL_LR), rules(high));
    }

    @Test
    void pointsToTheEpochsThatWereChanged() {
      RecipeFixture child =
          RecipeFixture.empty("Shorter").with(Recipe.class, "epochs", 60).extending(cosine(120));
      assertEquals("epochs", ((DeclaredMember) child.finding().at()).name());
      assertEquals(0, child.finding().at().origin().distance());
    }
  }

  @Nested
  class GammaTooFast {
    private boolean fires(RecipeFixture recipe) {
      return !recipe.findings(Rule.GAMMA_TOO_FAST).isEmpty();
    }

    private RecipeFixture decay(double gamma, String per, int epochs) {
      return SOUND
          .with(Recipe.class, "epochs", epochs)
          .with(ExponentialDecay.class, "gamma", gamma, "per", per);
    }

    /** 0.1 to the 4th is 1e-4, which is not below. */
    @ParameterizedTest
    @CsvSource({"0.1, 10, false", "0.1, 11, true", "0.8554, 120, true", "0.8556, 120, false"})
    void firesBeforeHalfOfTraining(double gamma, int epochs, boolean fires) {
      assertEquals(fires, fires(decay(gamma, "EPOCH", epochs)));
      assertEquals(fires, fires(withoutExamples(decay(gamma, "EPOCH", epochs))));
    }

    @ParameterizedTest
    @CsvSource({"12, true, false", "13, true, true", "11, false, true"})
    void countsAShiftedWarmUp(int epochs, boolean shift, boolean fires) {
      RecipeFixture recipe = decay(0.1, "EPOCH", epochs);
      assertEquals(fires, fires(recipe.with(LinearWarmup.class, "epochs", 1.0, "shift", shift)));
      assertEquals(fires, fires(recipe.with(LinearWarmup.class, "steps", 5005, "shift", shift)));
    }

    /** 456 updates are 45.6 epochs of 10. */
    @ParameterizedTest
    @CsvSource({"91, false", "92, true"})
    void countsUpdatesOfTheData(int epochs, boolean fires) {
      RecipeFixture recipe = decay(0.98, "STEP", epochs);
      assertEquals(
          fires, fires(recipe.with(Dataset.class, "classes", 1000, "trainExamples", 2560)));
      assertEquals(false, fires(withoutExamples(recipe)));
    }

    @Test
    void asksWhetherEpochsWereMeant() {
      Finding finding = decay(0.98, "STEP", 120).finding();
      assertEquals(
          "gamma 0.98 per step takes the learning rate below 1e-4 of the peak after 456 steps, at"
              + " epoch 0.0911089 of 120: did you mean per epoch",
          finding.message());
      assertEquals("write per = Per.EPOCH, or gamma = 0.999985 or more", finding.fix());
      assertEquals("per", ((DeclaredMember) finding.at()).name());
    }

    @Test
    void doesNotAskIfEpochsWouldBeTooFastToo() {
      Finding finding = decay(0.1, "STEP", 120).finding();
      assertEquals(
          "gamma 0.1 per step takes the learning rate below 1e-4 of the peak after 5 steps, at"
              + " epoch 9.99001e-4 of 120",
          finding.message());
      assertEquals("write gamma = 0.999985 or more", finding.fix());
    }

    @Test
    void theFixIsQuiet() {
      assertEquals("write gamma = 0.926 or more", decay(0.5, "EPOCH", 120).finding().fix());
      assertEquals(List.of(), rules(decay(0.926, "EPOCH", 120)));
      assertEquals(List.of(), rules(decay(0.999985, "STEP", 120)));
    }
  }
}
