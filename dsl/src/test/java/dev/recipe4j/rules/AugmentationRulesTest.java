package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.*;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on what augmentations do to an input, at their boundaries. */
class AugmentationRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  private static List<String> messages(RecipeFixture recipe, Rule rule) {
    return recipe.findings(rule).stream().map(Finding::message).toList();
  }

  private static List<String> fixes(RecipeFixture recipe, Rule rule) {
    return recipe.findings(rule).stream().map(Finding::fix).toList();
  }

  @Nested
  class AugmentStage {
    @Test
    void aFaultOfTheStageIsSaidOnceAndKeepsOthersQuiet() {
      RecipeFixture misplaced =
          SOUND.addingFaulty(
              Slot.ERASE,
              "Blurred",
              new dev.recipe4j.declaration.Implementation.Fault(
                  Rule.AUGMENT_STAGE, "Blur takes bytes", "move it"));
      assertEquals(
          List.of(Rule.AUGMENT_STAGE),
          misplaced.check().findings().stream().map(Finding::rule).toList());
      assertEquals(List.of(), messages(SOUND, Rule.AUGMENT_STAGE));
    }
  }

  @Nested
  class AugmentRamp {
    @Test
    void aRampAsLongAsTheTrainingIsReached() {
      RecipeFixture ends = SOUND.with(GridMask.class, "rampEpochs", 120);
      assertEquals(List.of(), messages(ends, Rule.AUGMENT_RAMP));
      RecipeFixture late = SOUND.with(GridMask.class, "rampEpochs", 150);
      assertEquals(
          List.of(
              "@GridMask ramps over 150 epochs, the training has 120: its probability ends at 0.8 of 1"),
          messages(late, Rule.AUGMENT_RAMP));
      assertEquals(
          List.of("write rampEpochs = 120, or drop it: the smaller of 240 and the epochs is used"),
          fixes(late, Rule.AUGMENT_RAMP));
    }

    @Test
    void whatIsNotWrittenFollowsTheEpochs() {
      assertEquals(List.of(), messages(SOUND.with(GridMask.class), Rule.AUGMENT_RAMP));
    }
  }

  @Nested
  class AugmentParameter {
    @Test
    void aHoleIsAtMostTheInput() {
      assertEquals(
          List.of(), messages(SOUND.with(Cutout.class, "value", 224), Rule.AUGMENT_PARAMETER));
      RecipeFixture larger = SOUND.with(Cutout.class, "value", 225);
      assertEquals(
          List.of("a hole of 225 pixels is larger than the input of 224"),
          messages(larger, Rule.AUGMENT_PARAMETER));
      assertEquals(List.of("write @Cutout(112)"), fixes(larger, Rule.AUGMENT_PARAMETER));
    }

    @Test
    void theLargestPeriodOfAGridIsAtMostTheInput() {
      assertEquals(
          List.of(), messages(SOUND.with(GridMask.class, "d2", 225), Rule.AUGMENT_PARAMETER));
      RecipeFixture small =
          SOUND
              .with(ResNet.class, "depth", 18, "stem", dev.recipe4j.ResNet.Stem.SMALL)
              .with(RandomResizedCrop.class, "value", 32)
              .with(GridMask.class);
      assertEquals(
          List.of("a grid of periods up to 223 pixels (d2 - 1) is larger than the input of 32"),
          messages(small, Rule.AUGMENT_PARAMETER));
      assertEquals(List.of("write d1 = 13, d2 = 32"), fixes(small, Rule.AUGMENT_PARAMETER));
    }

    @Test
    void magnitudesGoFromNothingToThirty() {
      assertEquals(
          List.of(),
          messages(SOUND.with(RandAugment.class, "magnitude", 0), Rule.AUGMENT_PARAMETER));
      assertEquals(
          List.of(),
          messages(SOUND.with(RandAugment.class, "magnitude", 10), Rule.AUGMENT_PARAMETER));
      for (int saturated : List.of(11, 30)) {
        Finding finding =
            SOUND
                .with(RandAugment.class, "magnitude", saturated)
                .findings(Rule.AUGMENT_PARAMETER)
                .get(0);
        assertEquals(Severity.INFO, finding.severity());
        assertEquals(
            "magnitude %d of @RandAugment is above 10: operations with a bounded range saturate there"
                .formatted(saturated),
            finding.message());
      }
      for (int outside : List.of(-1, 31)) {
        assertEquals(Severity.ERROR, outside(outside).severity());
        assertEquals(
            "magnitude %d of @RandAugment is outside 0 to 30".formatted(outside),
            outside(outside).message());
      }
    }

    private static Finding outside(int magnitude) {
      return SOUND
          .with(RandAugment.class, "magnitude", magnitude)
          .findings(Rule.AUGMENT_PARAMETER)
          .get(0);
    }

    @Test
    void aBatchIsMixedOnce() {
      RecipeFixture half = SOUND.with(Mixup.class, "probability", 0.5);
      assertEquals(
          List.of(),
          messages(half.adding(CutMix.class, "probability", 0.5), Rule.AUGMENT_PARAMETER));
      assertEquals(List.of(), messages(half.adding(CutMix.class), Rule.AUGMENT_PARAMETER));
      RecipeFixture over =
          SOUND.with(Mixup.class, "probability", 1.0).adding(CutMix.class, "probability", 0.6);
      assertEquals(
          List.of(
              "the probabilities of the mixes, 1 and 0.6, add up to 1.6, but one batch is mixed once"),
          messages(over, Rule.AUGMENT_PARAMETER));
      assertEquals(
          List.of("write 0.625 and 0.375, or drop one to have it derived"),
          fixes(over, Rule.AUGMENT_PARAMETER));
    }
  }
}
