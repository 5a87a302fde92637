package dev.recipe4j.runtime;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.spec.EvaluationCrop;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResizeTo;

/** Pre-processing for evaluation as a stored recipe says it, without the generated pipeline. */
final class EvaluationChain {
  private EvaluationChain() {}

  /**
   * The chain. Images of a data set of fixed size are taken as they are; an image of another size
   * is resized to it, since the network may take no other.
   */
  static Batched<HardLabels> of(RecipeSpec recipe) {
    Normalize normalize = recipe.normalize();
    Decoded images = Decoded.images(recipe.dataset().channels());
    if (recipe.evaluation().isPresent()) {
      EvaluationCrop crop = recipe.evaluation().get();
      return images
          .evaluationCrop(crop.resize(), crop.crop())
          .normalize(normalize.mean(), normalize.std())
          .batched();
    }
    if (recipe.crop().isPresent() && recipe.crop().get() instanceof ResizeTo whole) {
      return images.resizeTo(whole.value()).normalize(normalize.mean(), normalize.std()).batched();
    }
    if (recipe.dataset().imageSize().isPresent()) {
      return images
          .resizeTo(recipe.dataset().imageSize().getAsInt())
          .normalize(normalize.mean(), normalize.std())
          .batched();
    }
    return images.normalize(normalize.mean(), normalize.std()).batched();
  }
}
