package dev.recipe4j.runtime;

import dev.recipe4j.Slot;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.augment.Normalized;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.spec.AutoAugment;
import dev.recipe4j.spec.ColorJitter;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Crop;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Cutout;
import dev.recipe4j.spec.EvaluationCrop;
import dev.recipe4j.spec.GridMask;
import dev.recipe4j.spec.HideAndSeek;
import dev.recipe4j.spec.Mix;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.PadAndCrop;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.RandomErasing;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResizeTo;

/**
 * Pre-processing as a recipe says it, without the generated pipeline: the same stages that the
 * compiler spells out, for a recipe whose values are set at run time or read from a run.
 */
public final class Chains {
  private Chains() {}

  /** What happens to a training image. */
  public static Batched<?> train(RecipeSpec recipe) {
    Decoded images = images(recipe);
    if (recipe.crop().isPresent()) {
      images = crop(images, recipe.crop().get());
    }
    if (recipe.flip().isPresent()) {
      images = images.randomFlip(recipe.flip().get().value());
    }
    for (Component policy : recipe.all(Slot.POLICY)) {
      images = policy(images, policy);
    }
    Normalized normalized = normalized(images, recipe);
    for (Component erasure : recipe.all(Slot.ERASE)) {
      normalized = erasure(normalized, erasure, recipe.recipe().epochs());
    }
    Batched<?> batched = normalized.batched();
    if (recipe.smoothing() > 0) {
      batched = batched.labelSmoothing(recipe.smoothing());
    }
    for (Mix mix : recipe.mixes()) {
      batched = mix(batched, mix, recipe.probability(mix));
    }
    return batched;
  }

  /** What happens to an image that is evaluated: nothing random. */
  public static Batched<HardLabels> evaluation(RecipeSpec recipe) {
    return normalized(evaluated(recipe), recipe).batched();
  }

  /**
   * What happens to an image from anywhere that is classified: as in evaluation, but an image that
   * has not the fixed size of the data set is resized to it, since the network may take no other.
   */
  static Batched<HardLabels> classification(RecipeSpec recipe) {
    boolean isCut = recipe.evaluation().isPresent() || resizing(recipe);
    Decoded images = evaluated(recipe);
    return normalized(
            isCut || recipe.dataset().imageSize().isEmpty()
                ? images
                : images.resizeTo(recipe.dataset().imageSize().getAsInt()),
            recipe)
        .batched();
  }

  private static Decoded evaluated(RecipeSpec recipe) {
    Decoded images = images(recipe);
    if (recipe.evaluation().isPresent()) {
      EvaluationCrop centre = recipe.evaluation().get();
      return images.evaluationCrop(centre.resize(), centre.crop());
    }
    return resizing(recipe) ? crop(images, recipe.crop().orElseThrow()) : images;
  }

  private static boolean resizing(RecipeSpec recipe) {
    return recipe.crop().filter(ResizeTo.class::isInstance).isPresent();
  }

  private static Decoded images(RecipeSpec recipe) {
    return Decoded.images(recipe.dataset().channels());
  }

  private static Decoded crop(Decoded images, Crop crop) {
    if (crop instanceof RandomResizedCrop random) {
      return images.randomResizedCrop(
          random.value(),
          random.minScale(),
          random.maxScale(),
          random.minRatio(),
          random.maxRatio());
    }
    if (crop instanceof PadAndCrop padded) {
      return images.padAndCrop(padded.pad());
    }
    if (crop instanceof ResizeTo resized) {
      return images.resizeTo(resized.value());
    }
    throw new IllegalArgumentException("no stage for " + crop);
  }

  private static Decoded policy(Decoded images, Component policy) {
    if (policy instanceof AutoAugment learned) {
      return images.autoAugment(learned.value());
    }
    if (policy instanceof RandAugment random) {
      return images.randAugment(random.layers(), random.magnitude());
    }
    if (policy instanceof ColorJitter jitter) {
      return images.colorJitter(
          jitter.brightness(), jitter.contrast(), jitter.saturation(), jitter.hue());
    }
    throw new IllegalArgumentException("no stage for " + policy);
  }

  private static Normalized erasure(Normalized images, Component erasure, int epochs) {
    if (erasure instanceof Cutout cutout) {
      return images.cutout(cutout.value());
    }
    if (erasure instanceof RandomErasing random) {
      return images.randomErasing(
          random.p(), random.minArea(), random.maxArea(), random.minAspect());
    }
    if (erasure instanceof HideAndSeek) {
      return images.hideAndSeek();
    }
    if (erasure instanceof GridMask mask) {
      return images.gridMask(mask.d1(), mask.d2(), mask.ratio(), mask.ramp(epochs));
    }
    throw new IllegalArgumentException("no stage for " + erasure);
  }

  private static Batched<?> mix(Batched<?> batched, Mix mix, double probability) {
    if (mix instanceof Mixup mixup) {
      return batched.mixup(mixup.alpha(), probability);
    }
    if (mix instanceof CutMix cutMix) {
      return batched.cutMix(cutMix.alpha(), probability);
    }
    throw new IllegalArgumentException("no stage for " + mix);
  }

  private static Normalized normalized(Decoded images, RecipeSpec recipe) {
    return images.normalize(recipe.normalize().mean(), recipe.normalize().std());
  }
}
