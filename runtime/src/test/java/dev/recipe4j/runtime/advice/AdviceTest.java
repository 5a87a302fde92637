package dev.recipe4j.runtime.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Extension;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.advice.Advice.Change;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Dropout;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LabelSmoothing;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.RandomErasing;
import dev.recipe4j.spec.RandomFlip;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResNet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static final Component ERASING = new RandomErasing(0.5, 0.02, 0.4, 0.3);

  @Test
  void aSmallNetworkThatOverfitsIsTreatedGently() {
    Advice advice = advice(Fit.OVERFITTED);
    assertEquals(
        List.of("@Recipe", "@L2Decay(3e-4)", "@RandomFlip"), said(Recipes.spots(), advice));
    assertTexts(
        advice,
        "add @RandomFlip",
        "raise @L2Decay from 1e-4 to 3e-4",
        "add @PadAndCrop(pad = 2)",
        "add @RandomErasing",
        "add @RandAugment",
        "add @CutMix",
        "add @LabelSmoothing");
  }

  @Test
  void aLargeNetworkIsAugmentedFirst() {
    RecipeSpec large = Recipes.spots(resNet50(), new L2Decay(1e-3, true), new RandomFlip(0.5));
    Advice advice = Advice.of(Fit.OVERFITTED, large, List.of(), List.of());
    assertTexts(
        advice,
        "add @RandAugment",
        "add @CutMix",
        "add @RandomErasing",
        "add @PadAndCrop(pad = 2)",
        "add @LabelSmoothing");
    assertEquals(3, advice.together().size());
  }

  private static Component resNet50() {
    return new ResNet(
        50,
        dev.recipe4j.ResNet.Variant.B,
        dev.recipe4j.ResNet.Stem.SMALL,
        dev.recipe4j.NetworkStyle.PADDLE);
  }

  @Test
  void whatUnderfitsIsMadeEasier() {
    Component[] heavy = {
      ERASING,
      new RandAugment(2, 9),
      new LabelSmoothing(0.1),
      new Dropout(0.5),
      new L2Decay(3e-5, true)
    };
    Advice advice = advice(Fit.UNDERFITTED, heavy);
    assertTexts(
        advice,
        "drop @RandomErasing",
        "lower the magnitude of @RandAugment from 9 to 5",
        "lower @L2Decay from 3e-5 to 1e-5",
        "drop @LabelSmoothing",
        "drop @Dropout",
        "train for 5 epochs instead of 3");
    assertEquals(
        List.of("@Recipe", "@L2Decay(1e-5)", "@RandAugment", "@Without(Slot.ERASE)"),
        said(Recipes.spots(heavy), advice));
  }

  @Test
  void cropsBecomeLargerThenNarrower() {
    assertTrue(texts(advice(Fit.UNDERFITTED, crop(0.08))).contains("minScale 0.2 instead of 0.08"));
    assertTrue(
        texts(advice(Fit.UNDERFITTED, crop(0.2))).contains("a narrower ratio, 0.9 to 1/0.9"));
    assertTrue(texts(advice(Fit.OVERFITTED, crop(0.2))).contains("minScale 0.08 instead of 0.2"));
  }

  private static Component crop(double scale) {
    return new RandomResizedCrop(28, scale, 1, 0.75, 4.0 / 3);
  }

  @Test
  void theRulesHaveJudgedEveryChange() {
    Advice advice = advice(Fit.OVERFITTED, ERASING, new RandAugment(2, 5), new L2Decay(1e-4, true));
    Change smoothing =
        advice.changes().stream()
            .filter(change -> change.proposal().text().equals("add @LabelSmoothing"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        smoothing.findings().stream().anyMatch(f -> f.rule() == Rule.REGULARISATION_BUDGET),
        smoothing.toString());
    assertFalse(smoothing.isSound());
    assertFalse(advice.together().contains(smoothing.proposal()));
  }

  /** An inherited accept does not cover what is written again: its finding is said. */
  @Test
  void anAcceptHoldsOnlyForWhatStays() {
    RecipeSpec recipe =
        Recipes.spots(
            ERASING, new RandAugment(2, 5), new LabelSmoothing(0.1), new L2Decay(1e-3, true));
    Acceptance accepted =
        new Acceptance(Rule.REGULARISATION_BUDGET, "measured", Origin.of("Spots"));
    Advice advice = Advice.of(Fit.UNDERFITTED, recipe, List.of(accepted), List.of());
    Change decay =
        advice.changes().stream()
            .filter(change -> change.proposal().text().startsWith("lower @L2Decay"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(Rule.REGULARISATION_BUDGET),
        decay.findings().stream().map(finding -> finding.rule()).toList());
  }

  @Test
  void whatIsBalancedStays() {
    assertEquals(List.of(), advice(Fit.BALANCED).changes());
    assertTrue(advice(Fit.UNTRAINED).recipe().isEmpty());
  }

  @Test
  void mixedRecipesKeepTheirMix() {
    Advice advice = advice(Fit.OVERFITTED, new CutMix(1, OptionalDouble.empty()));
    assertFalse(texts(advice).contains("CutMix"), texts(advice));
  }

  private static Advice advice(Fit fit, Component... components) {
    return Advice.of(fit, Recipes.spots(components), List.of(), List.of());
  }

  private static String texts(Advice advice) {
    return advice.changes().stream()
        .map(change -> change.proposal().text())
        .collect(Collectors.joining("\n"));
  }

  private static void assertTexts(Advice advice, String... starts) {
    List<String> texts = texts(advice).lines().toList();
    assertEquals(starts.length, texts.size(), texts.toString());
    for (int i = 0; i < starts.length; i++) {
      assertTrue(texts.get(i).startsWith(starts[i]), texts.toString());
    }
  }

  private static List<String> said(RecipeSpec parent, Advice advice) {
    return Extension.annotations(parent, advice.recipe().orElseThrow());
  }
}
