package dev.recipe4j.runtime;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.spec.Crop;
import dev.recipe4j.spec.EvaluationCrop;
import dev.recipe4j.spec.PadAndCrop;
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
  public static Batched<HardLabels> train(RecipeSpec recipe) {
    Decoded images = images(recipe);
    if (recipe.crop().isPresent()) {
      images = crop(images, recipe.crop().get());
    }
    if (recipe.flip().isPresent()) {
      images = images.randomFlip(recipe.flip().get().value());
    }
    return normalized(images, recipe);
  }

  /** What happens to an image that is evaluated: nothing random. */
  public static Batched<HardLabels> evaluation(RecipeSpec recipe) {
    return normalized(evaluated(recipe), recipe);
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
        recipe);
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

  private static Batched<HardLabels> normalized(Decoded images, RecipeSpec recipe) {
    return images.normalize(recipe.normalize().mean(), recipe.normalize().std()).batched();
  }
}
