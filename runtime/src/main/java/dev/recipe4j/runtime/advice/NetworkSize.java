package dev.recipe4j.runtime.advice;

import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.spec.RecipeSpec;

/** How much a network can bear. */
final class NetworkSize {
  /** As the rule REGULARISATION_BUDGET draws the line. */
  private static final long SMALL = 3_000_000;

  private NetworkSize() {}

  /** Whether it is so small that it underfits before it overfits. */
  static boolean isSmall(RecipeSpec recipe) {
    boolean isSized = recipe.inputSize().isPresent();
    return isSized
        && NetworkAnalysis.of(recipe.network(), recipe.inputShape()).parameters() < SMALL;
  }
}
