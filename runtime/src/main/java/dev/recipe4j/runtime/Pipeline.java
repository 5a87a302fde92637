package dev.recipe4j.runtime;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.HardLabels;
import dev.recipe4j.spec.RecipeSpec;

/** A recipe as generated code: what it says, and its pre-processing ready to run. */
public interface Pipeline {
  /** What the recipe says. */
  RecipeSpec recipe();

  /** Pre-processing and augmentation of training images. */
  Batched<HardLabels> trainChain();

  /** Pre-processing of images that are evaluated or classified. */
  Batched<HardLabels> evaluationChain();
}
