package dev.recipe4j.runtime;

import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/** A recipe as generated code: what it says, and its pre-processing ready to run. */
public interface Pipeline {
  /** What the recipe says. */
  RecipeSpec recipe();

  /** Findings that its author accepts. */
  default List<Acceptance> acceptances() {
    return List.of();
  }

  /** Pre-processing and augmentation of training images. */
  Batched<HardLabels> trainChain();

  /** Pre-processing of images that are evaluated or classified. */
  Batched<HardLabels> evaluationChain();
}
