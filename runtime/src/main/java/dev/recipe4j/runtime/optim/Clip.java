package dev.recipe4j.runtime.optim;

import dev.recipe4j.Slot;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.spec.GradientClip;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A bound on the gradient of a batch, before decay and update: that of all trained parameters
 * together. Running statistics and frozen stages are neither counted nor changed.
 */
public interface Clip {
  /** The bound that a recipe asks for; one that leaves every gradient as it is if it has none. */
  static Clip of(RecipeSpec recipe, ParameterLayout layout) {
    List<Segment> trained = Segment.of(layout, 0, true, Transfer.of(recipe));
    return recipe
        .find(Slot.CLIP, GradientClip.class)
        .map(clip -> of(clip, trained))
        .orElse(g -> {});
  }

  private static Clip of(GradientClip clip, List<Segment> trained) {
    return clip.norm().isPresent()
        ? new NormClip(trained, clip.norm().getAsDouble())
        : new ValueClip(trained, clip.value().orElseThrow());
  }

  /**
   * Shortens the gradient if it is beyond the bound.
   *
   * @param gradient of the mean data loss of a whole batch, changed in place; a NaN in it is not
   *     hidden
   */
  void apply(FloatBuffer gradient);
}
