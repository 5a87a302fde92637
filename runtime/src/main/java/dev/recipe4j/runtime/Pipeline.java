package dev.recipe4j.runtime;

import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/** A recipe as generated code: what it says, and its pre-processing ready to run. */
public interface Pipeline {
  /**
   * What generated code does for a recipe without components of a user's own, built from its spec.
   */
  static Pipeline of(RecipeSpec recipe) {
    return new SpecPipeline(recipe);
  }

  /** What the recipe says. */
  RecipeSpec recipe();

  /** Findings that its author accepts. */
  default List<Acceptance> acceptances() {
    return List.of();
  }

  /**
   * Members that the author wrote although they have their default, by their keys as {@link
   * dev.recipe4j.declaration.MemberKeys} forms them: some rules ask whether a value was written.
   */
  default List<String> writtenDefaults() {
    return List.of();
  }

  /** Values that differ from the compiled recipe; empty unless they were set for a run. */
  default List<Setting> settings() {
    return List.of();
  }

  /** Pre-processing and augmentation of training images. */
  Batched<?> trainChain();

  /** Pre-processing of images that are evaluated or classified. */
  Batched<HardLabels> evaluationChain();

  /** The recipe as the rules read it. */
  default Declaration declaration() {
    return SpecReader.declare(recipe().recipe().id(), recipe(), acceptances(), writtenDefaults());
  }
}
