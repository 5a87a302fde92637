package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.*;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on how much a recipe regularises, at their boundaries. */
class RegularisationRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();
  private static final RecipeFixture DECAYED = SOUND.with(L2Decay.class, "value", 1e-4);
  private static final RecipeFixture SMALL = SOUND.with(MobileNetV1.class, "width", 0.25);

  private static List<String> messages(RecipeFixture recipe, Rule rule) {
    return recipe.findings(rule).stream().map(Finding::message).toList();
  }

  private static int count(RecipeFixture recipe, Rule rule) {
    return recipe.findings(rule).size();
  }

  @Nested
  class L2WithAdam {
    @Test
    void coupledDecayAndAdamAreNamed() {
      Finding finding = DECAYED.with(AdamW.class).findings(Rule.L2_WITH_ADAM).get(0);
      assertEquals(
          "coupled l2 1e-4 with @AdamW: the decay is divided by the size of the gradients, so weights with large ones hardly decay",
          finding.message());
      assertEquals("write @DecoupledWeightDecay(0.01) in place of @L2Decay(1e-4)", finding.fix());
      assertEquals(1, count(DECAYED.with(Adam.class), Rule.L2_WITH_ADAM));
    }

    @Test
    void otherOptimisersAndDecaysAreFine() {
      assertEquals(0, count(DECAYED, Rule.L2_WITH_ADAM));
      assertEquals(0, count(DECAYED.with(RmsProp.class), Rule.L2_WITH_ADAM));
      assertEquals(
          0, count(SOUND.with(L2Decay.class, "value", 0.0).with(Adam.class), Rule.L2_WITH_ADAM));
      assertEquals(
          0,
          count(
              SOUND.with(DecoupledWeightDecay.class, "value", 0.05).with(AdamW.class),
              Rule.L2_WITH_ADAM));
    }
  }

  @Nested
  class L2HeavyAugmentation {
    @Test
    void aPolicyOrAMixWithUsualDecay() {
      Finding finding = DECAYED.with(RandAugment.class).findings(Rule.L2_HEAVY_AUGMENTATION).get(0);
      assertEquals(
          "l2 1e-4 with @RandAugment: ResNet50 with RandAugment rose from 77.65 % at 1e-4 to 78.04 % at 7e-5",
          finding.message());
      assertEquals("try @L2Decay(7e-5)", finding.fix());
      assertEquals(
          "try @L2Decay(1.4e-4)",
          SOUND
              .with(L2Decay.class, "value", 2e-4)
              .with(CutMix.class)
              .findings(Rule.L2_HEAVY_AUGMENTATION)
              .get(0)
              .fix());
    }

    @Test
    void lessDecayOrLessAugmentationIsFine() {
      assertEquals(
          0,
          count(
              SOUND.with(L2Decay.class, "value", 9.9e-5).with(Mixup.class),
              Rule.L2_HEAVY_AUGMENTATION));
      assertEquals(0, count(DECAYED, Rule.L2_HEAVY_AUGMENTATION));
      assertEquals(0, count(DECAYED.with(Cutout.class), Rule.L2_HEAVY_AUGMENTATION));
    }
  }

  @Nested
  class AugmentSmallData {
    private static RecipeFixture of(int examples) {
      return SOUND.with(Dataset.class, "classes", 5, "trainExamples", examples);
    }

    @Test
    void tenThousandExamplesAreEnough() {
      assertEquals(0, count(of(10_000), Rule.AUGMENT_SMALL_DATA));
      assertEquals(
          List.of(
              "9999 examples, fewer than 10000, without a policy, an eraser or a mix: augmentation helps most where data is scarce"),
          messages(of(9_999), Rule.AUGMENT_SMALL_DATA));
      assertEquals(0, count(SOUND.with(Dataset.class, "classes", 5), Rule.AUGMENT_SMALL_DATA));
    }

    @Test
    void anyStrongAugmentationWill() {
      RecipeFixture few = of(1_000);
      assertEquals(0, count(few.with(ColorJitter.class), Rule.AUGMENT_SMALL_DATA));
      assertEquals(0, count(few.with(HideAndSeek.class), Rule.AUGMENT_SMALL_DATA));
      assertEquals(0, count(few.with(Mixup.class), Rule.AUGMENT_SMALL_DATA));
      assertEquals(1, count(few.with(RandomFlip.class), Rule.AUGMENT_SMALL_DATA));
    }
  }

  @Nested
  class RegularisationBudget {
    private static final RecipeFixture THREE =
        SMALL.with(AutoAugment.class).with(Cutout.class).with(Mixup.class).adding(CutMix.class);

    @Test
    void threeAreBorneAndAPairOfMixesIsOne() {
      assertEquals(0, count(THREE, Rule.REGULARISATION_BUDGET));
      Finding finding =
          THREE.with(LabelSmoothing.class).findings(Rule.REGULARISATION_BUDGET).get(0);
      assertEquals(
          "4 regularisers (@AutoAugment, @Cutout, @Mixup, @LabelSmoothing) for 470072 parameters, fewer than 3 million: small networks underfit",
          finding.message());
      assertEquals("remove 1 of them, or weaken what remains below the limits", finding.fix());
    }

    @Test
    void weakOnesDoNotCount() {
      assertEquals(0, count(THREE.with(Dropout.class, "value", 0.2), Rule.REGULARISATION_BUDGET));
      assertEquals(1, count(THREE.with(Dropout.class, "value", 0.21), Rule.REGULARISATION_BUDGET));
      assertEquals(0, count(THREE.with(L2Decay.class, "value", 9e-5), Rule.REGULARISATION_BUDGET));
      assertEquals(1, count(THREE.with(L2Decay.class, "value", 1e-4), Rule.REGULARISATION_BUDGET));
      assertEquals(
          0, count(THREE.with(LabelSmoothing.class, "value", 0.0), Rule.REGULARISATION_BUDGET));
    }

    @Test
    void largerNetworksBearMore() {
      RecipeFixture four = THREE.with(LabelSmoothing.class);
      // Width 0.75 has 2,585,560 parameters, width 1 has 4,231,976.
      assertEquals(
          1, count(four.with(MobileNetV1.class, "width", 0.75), Rule.REGULARISATION_BUDGET));
      assertEquals(
          0, count(four.with(MobileNetV1.class, "width", 1.0), Rule.REGULARISATION_BUDGET));
    }
  }

  @Nested
  class OptimizerChoice {
    @Test
    void everyOtherThanSgd() {
      assertEquals(0, count(SOUND, Rule.OPTIMIZER_CHOICE));
      assertEquals(0, count(SOUND.with(Sgd.class), Rule.OPTIMIZER_CHOICE));
      assertEquals(1, count(SOUND.with(AdamW.class), Rule.OPTIMIZER_CHOICE));
      assertEquals(1, count(SOUND.with(AdaDelta.class), Rule.OPTIMIZER_CHOICE));
      assertEquals(
          List.of(
              "adaptive optimisers such as @RmsProp converge faster; SGD with momentum reaches the higher accuracy if its learning rate is right"),
          messages(SOUND.with(RmsProp.class), Rule.OPTIMIZER_CHOICE));
    }
  }
}
