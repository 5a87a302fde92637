package dev.recipe4j.runtime.optim;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Set;

/**
 * What a run trains of a network that starts from pretrained weights, and how fast.
 *
 * @param frozenStages stages whose parameters stay as they are
 * @param headRateFactor factor on the learning rate of the classifier
 */
record Transfer(Set<String> frozenStages, float headRateFactor) {
  /** Everything is trained alike. */
  static final Transfer NONE = new Transfer(Set.of(), 1);

  Transfer {
    frozenStages = Set.copyOf(frozenStages);
  }

  static Transfer of(RecipeSpec recipe) {
    return recipe
        .pretrained()
        .map(p -> new Transfer(Set.copyOf(p.freeze()), (float) p.headRateFactor()))
        .orElse(NONE);
  }

  boolean trains(Layer layer) {
    return !frozenStages.contains(layer.stage());
  }

  /** The classifier is the last layer with parameters. */
  float rateFactor(Layer layer, ParameterLayout layout) {
    Layer head = layout.entries().get(layout.entries().size() - 1).layer();
    return layer.equals(head) ? headRateFactor : 1;
  }
}
