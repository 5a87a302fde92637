package dev.recipe4j.runtime;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.spec.RecipeSpec;

/** A recipe without generated code. */
record SpecPipeline(RecipeSpec recipe) implements Pipeline {
  @Override
  public Batched<?> trainChain() {
    return Chains.train(recipe);
  }

  @Override
  public Batched<HardLabels> evaluationChain() {
    return Chains.evaluation(recipe);
  }
}
