package dev.recipe4j.runtime.optim;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Optimizer;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * What an optimiser does with a gradient, in one pass over the flat parameter vector, the same for
 * every engine. Running statistics and frozen stages are not touched.
 */
public interface Update {
  /**
   * The update that a recipe asks for.
   *
   * @throws IllegalArgumentException if there is no implementation of its optimiser
   */
  static Update of(RecipeSpec recipe, ParameterLayout layout) {
    Optimizer optimizer = recipe.optimizer();
    if (optimizer instanceof Momentum momentum) {
      double decay = recipe.decay().map(L2Decay::value).orElse(0.0);
      boolean everything = recipe.decay().map(L2Decay::normAndBias).orElse(true);
      return new MomentumUpdate(layout, momentum.value(), decay, everything, Transfer.of(recipe));
    }
    throw new IllegalArgumentException(
        "no update for the optimiser " + optimizer.getClass().getSimpleName());
  }

  /**
   * Changes the parameters.
   *
   * @param parameters changed in place
   * @param gradient of the mean data loss; only read
   * @param learningRate at least 0
   */
  void apply(FloatBuffer parameters, FloatBuffer gradient, double learningRate);

  /**
   * What the optimiser remembers from one update to the next: the vectors themselves, so that a
   * checkpoint can save and restore them. Zeros before the first update.
   */
  List<float[]> state();
}
