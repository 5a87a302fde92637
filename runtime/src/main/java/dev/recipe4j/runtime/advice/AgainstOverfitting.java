package dev.recipe4j.runtime.advice;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Adam;
import dev.recipe4j.spec.AdamW;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.DecoupledWeightDecay;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LabelSmoothing;
import dev.recipe4j.spec.PadAndCrop;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.RandomErasing;
import dev.recipe4j.spec.RandomFlip;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What makes training harder (training-tricks §4 to §8): for a small network the gentlest first,
 * for others what gained most.
 */
final class AgainstOverfitting {
  private static final double USUAL_DECAY = 1e-4;
  private static final double RAISE = 3;
  private static final double STRONGEST_DECAY = 1e-3;
  private static final double SMALLEST_SCALE = 0.08;
  private static final int PADDED = 8;

  private final RecipeSpec recipe;
  private final List<Proposal> proposals = new ArrayList<>();

  private AgainstOverfitting(RecipeSpec recipe) {
    this.recipe = recipe;
  }

  static List<Proposal> of(RecipeSpec recipe) {
    AgainstOverfitting advice = new AgainstOverfitting(recipe);
    advice.flip();
    if (NetworkSize.isSmall(recipe)) {
      advice.decay();
      advice.crop();
      advice.erase();
      advice.policy();
      advice.mix();
    } else {
      advice.policy();
      advice.mix();
      advice.decay();
      advice.erase();
      advice.crop();
    }
    advice.smoothing();
    return List.copyOf(advice.proposals);
  }

  private void flip() {
    if (isEmpty(Slot.FLIP)) {
      add(
          "add @RandomFlip (not where left and right matter, as for digits)",
          "every recipe of the training tricks mirrors its images",
          new RandomFlip(0.5));
    }
  }

  private void crop() {
    Optional<RandomResizedCrop> crop = recipe.find(Slot.CROP, RandomResizedCrop.class);
    if (crop.isPresent() && crop.get().minScale() > SMALLEST_SCALE) {
      RandomResizedCrop now = crop.get();
      add(
          "let @RandomResizedCrop take parts from minScale %s instead of %s"
              .formatted(Decimals.show(SMALLEST_SCALE), Decimals.show(now.minScale())),
          "training-tricks §6: with 0.08 instead of 0.2 the accuracy as trained of MobileNetV2_x0_25"
              + " was 50.36 instead of 54.39 %",
          new RandomResizedCrop(
              now.value(),
              SMALLEST_SCALE,
              now.maxScale(),
              now.minRatio(),
              now.maxRatio(),
              now.interpolation()));
    } else if (isEmpty(Slot.CROP) && recipe.dataset().imageSize().isPresent()) {
      int pad = Math.max(1, recipe.dataset().imageSize().getAsInt() / PADDED);
      add(
          "add @PadAndCrop(pad = %d)".formatted(pad),
          "He et al., arXiv 1512.03385, §4.2: 4 pixels on each side of images of 32 x 32",
          new PadAndCrop(pad));
    }
  }

  private void policy() {
    if (isEmpty(Slot.POLICY)) {
      add(
          "add @RandAugment",
          "training-tricks §7: ResNet50 77.31 to 77.70 %; AutoAugment 77.95 %",
          new RandAugment(2, 5));
    }
  }

  private void mix() {
    if (isEmpty(Slot.MIX)) {
      add(
          "add @CutMix, which wants more epochs",
          "training-tricks §7: ResNet50 77.31 to 78.39 %, the most of eight",
          new CutMix(0.2, OptionalDouble.empty()));
    }
  }

  private void erase() {
    if (isEmpty(Slot.ERASE)) {
      add(
          "add @RandomErasing",
          "training-tricks §7: ResNet50 77.31 to 77.91 %",
          new RandomErasing(0.5, 0.02, 0.4, 0.3));
    }
  }

  private void decay() {
    Optional<L2Decay> coupled = recipe.decay();
    Optional<DecoupledWeightDecay> decoupled = recipe.find(Slot.DECAY, DecoupledWeightDecay.class);
    String because =
        "training-tricks §4: between 3e-5 and 1e-4 the accuracy as trained of MobileNetV1_x0_25 fell"
            + " from 47.38 to 43.79 %";
    if (coupled.isPresent() && coupled.get().value() < STRONGEST_DECAY) {
      double value = raised(coupled.get().value());
      add(
          "raise @L2Decay from %s to %s"
              .formatted(Decimals.show(coupled.get().value()), Decimals.show(value)),
          because,
          new L2Decay(value, coupled.get().normAndBias()));
    } else if (decoupled.isPresent()) {
      double value = RAISE * decoupled.get().value();
      add(
          "raise @DecoupledWeightDecay from %s to %s"
              .formatted(Decimals.show(decoupled.get().value()), Decimals.show(value)),
          because,
          new DecoupledWeightDecay(value, decoupled.get().normAndBias()));
    } else if (isEmpty(Slot.DECAY) && !isAdaptive()) {
      add("add @L2Decay(1e-4)", because, new L2Decay(USUAL_DECAY, true));
    }
  }

  private boolean isAdaptive() {
    return recipe.optimizer() instanceof Adam || recipe.optimizer() instanceof AdamW;
  }

  private static double raised(double value) {
    return value == 0 ? USUAL_DECAY : Math.min(RAISE * value, STRONGEST_DECAY);
  }

  private void smoothing() {
    if (isEmpty(Slot.SMOOTHING)) {
      add(
          "add @LabelSmoothing",
          "training-tricks §5: ResNet50_vd 77.9 to 78.4 %; but ResNet18 70.98 to 70.81 %",
          new LabelSmoothing(0.1));
    }
  }

  private boolean isEmpty(Slot slot) {
    return recipe.all(slot).isEmpty();
  }

  private void add(String text, String because, Component component) {
    proposals.add(new Proposal(text, because, spec -> spec.with(component.slot(), component)));
  }
}
