package dev.recipe4j.runtime;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.HardLabels;
import dev.recipe4j.spec.RecipeSpec;

public interface Pipeline {
  RecipeSpec recipe();

  Batched<HardLabels> trainChain();

  Batched<HardLabels> evaluationChain();
}
