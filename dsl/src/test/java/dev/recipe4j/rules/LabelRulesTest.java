package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.*;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on labels and losses, at their boundaries. */
class LabelRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  private static List<String> messages(RecipeFixture recipe, Rule rule) {
    return recipe.findings(rule).stream().map(Finding::message).toList();
  }

  private static RecipeFixture onImages(int examples) {
    return SOUND.with(Dataset.class, "classes", 1000, "trainExamples", examples);
  }

  @Nested
  class SoftLabelsNeeded {
    private static final RecipeFixture HARD = SOUND.addingOpen(Slot.LOSS, "Focal", false);

    @Test
    void everythingThatSoftensIsNamedOnce() {
      RecipeFixture recipe = HARD.with(LabelSmoothing.class).with(Mixup.class).adding(CutMix.class);
      Finding finding = recipe.findings(Rule.SOFT_LABELS_NEEDED).get(0);
      assertEquals(1, recipe.findings(Rule.SOFT_LABELS_NEEDED).size());
      assertEquals(
          "@LabelSmoothing with value 0.1 and @Mixup with alpha 0.2 and @CutMix with alpha 0.2 make soft labels, but the loss @Focal takes hard labels only",
          finding.message());
      assertEquals(
          "let com.acme.MyFocal implement dev.recipe4j.spec.TakesSoftLabels if it takes a distribution over the classes, or remove @LabelSmoothing and @Mixup and @CutMix",
          finding.fix());
    }

    @Test
    void hardLabelsAndLossesThatTakeSoftOnesAreFine() {
      assertEquals(List.of(), messages(HARD, Rule.SOFT_LABELS_NEEDED));
      assertEquals(
          List.of(),
          messages(HARD.with(LabelSmoothing.class, "value", 0.0), Rule.SOFT_LABELS_NEEDED));
      assertEquals(
          List.of(),
          messages(
              SOUND.addingOpen(Slot.LOSS, "Poly", true).with(Mixup.class),
              Rule.SOFT_LABELS_NEEDED));
      assertEquals(List.of(), messages(SOUND.with(LabelSmoothing.class), Rule.SOFT_LABELS_NEEDED));
    }

    @Test
    void theOneNearestTheLeafIsAtFault() {
      RecipeFixture child =
          RecipeFixture.empty("Child")
              .with(dev.recipe4j.Recipe.class)
              .addingOpen(Slot.LOSS, "Focal", false)
              .extending(SOUND.with(Mixup.class));
      Finding finding = child.findings(Rule.SOFT_LABELS_NEEDED).get(0);
      assertEquals("Child", finding.at().origin().declaredBy());
    }
  }

  @Nested
  class SmoothingStrong {
    @Test
    void threeTenthsAreTheMost() {
      assertEquals(
          List.of(),
          messages(SOUND.with(LabelSmoothing.class, "value", 0.3), Rule.SMOOTHING_STRONG));
      assertEquals(
          List.of(),
          messages(SOUND.with(LabelSmoothing.class, "value", 0.1 * 3), Rule.SMOOTHING_STRONG));
      assertEquals(
          List.of(
              "label smoothing 0.4, above 0.3, trains the true one of 1000 classes towards 0.6004"),
          messages(SOUND.with(LabelSmoothing.class, "value", 0.4), Rule.SMOOTHING_STRONG));
    }
  }

  @Nested
  class SmoothingSmallModel {
    @Test
    void twelveMillionParametersAreEnough() {
      RecipeFixture smoothed = SOUND.with(LabelSmoothing.class);
      assertEquals(
          List.of(
              "label smoothing 0.1 for 11693736 parameters, fewer than 12 million: ResNet18 fell from 70.98 % to 70.81 % with it"),
          messages(smoothed.with(ResNet.class, "depth", 18), Rule.SMOOTHING_SMALL_MODEL));
      // ResNet18 with this many classes has 11,999,997 and 12,000,510 parameters.
      RecipeFixture resnet18 = smoothed.with(ResNet.class, "depth", 18);
      assertEquals(
          1,
          messages(resnet18.with(Dataset.class, "classes", 1597), Rule.SMOOTHING_SMALL_MODEL)
              .size());
      assertEquals(
          List.of(),
          messages(resnet18.with(Dataset.class, "classes", 1598), Rule.SMOOTHING_SMALL_MODEL));
    }

    @Test
    void withoutSmoothingThereIsNothingToSay() {
      RecipeFixture resnet18 = SOUND.with(ResNet.class, "depth", 18);
      assertEquals(List.of(), messages(resnet18, Rule.SMOOTHING_SMALL_MODEL));
      assertEquals(
          List.of(),
          messages(resnet18.with(LabelSmoothing.class, "value", 0.0), Rule.SMOOTHING_SMALL_MODEL));
    }
  }

  @Nested
  class SmoothingSuggested {
    @Test
    void fromAMillionExamples() {
      assertEquals(List.of(), messages(onImages(999_999), Rule.SMOOTHING_SUGGESTED));
      assertEquals(
          List.of(
              "25557032 parameters, as many as ResNet50 (25557032) or more, on 1000000 examples with hard labels: smoothing them brought 0.5 points of accuracy"),
          messages(onImages(1_000_000), Rule.SMOOTHING_SUGGESTED));
    }

    @Test
    void fromTheSizeOfResNet50WhateverTheClasses() {
      assertEquals(
          List.of(), messages(SOUND.with(ResNet.class, "depth", 34), Rule.SMOOTHING_SUGGESTED));
      assertEquals(
          1,
          messages(
                  SOUND.with(Dataset.class, "classes", 10, "trainExamples", 1_000_000),
                  Rule.SMOOTHING_SUGGESTED)
              .size());
    }

    @Test
    void notWhereLabelsAreSoft() {
      assertEquals(List.of(), messages(SOUND.with(LabelSmoothing.class), Rule.SMOOTHING_SUGGESTED));
      assertEquals(List.of(), messages(SOUND.with(CutMix.class), Rule.SMOOTHING_SUGGESTED));
      assertEquals(
          1,
          messages(SOUND.with(LabelSmoothing.class, "value", 0.0), Rule.SMOOTHING_SUGGESTED)
              .size());
    }
  }

  @Nested
  class TrainAccuracyMixed {
    @Test
    void namesTheMixes() {
      assertEquals(List.of(), messages(SOUND, Rule.TRAIN_ACCURACY_MIXED));
      assertEquals(
          List.of(
              "@Mixup with alpha 0.2 and @CutMix with alpha 1: accuracy on the trained batches is below that on clean images and says nothing of fit; accuracy on clean training images is measured too"),
          messages(
              SOUND.with(Mixup.class).adding(CutMix.class, "alpha", 1.0),
              Rule.TRAIN_ACCURACY_MIXED));
    }
  }
}
