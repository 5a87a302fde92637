package dev.recipe4j.runtime;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.LinearWarmup;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Small recipes for {@link Blobs}. */
public final class Recipes {
  private Recipes() {}

  /** LeNet on spots; a component given replaces the one of its slot. */
  public static RecipeSpec spots(Component... replacements) {
    List<Component> components =
        new ArrayList<>(
            List.of(
                new Recipe("spots", 3, 1, 1),
                new LeNet(),
                new Dataset(
                    Optional.empty(),
                    3,
                    OptionalInt.of(240),
                    OptionalInt.empty(),
                    OptionalInt.of(Blobs.SIDE),
                    OptionalInt.empty(),
                    1,
                    Optional.empty()),
                new Batch(16, 1, 1, false),
                new LearningRate(
                    OptionalDouble.of(0.03),
                    OptionalInt.of(16),
                    Scaling.AUTO,
                    OptionalDouble.empty()),
                new Momentum(0.9),
                new CosineDecay(0),
                new LinearWarmup(0.5, 0.1, true),
                new L2Decay(1e-4, true),
                new Normalize(List.of(0.3), List.of(0.25))));
    for (Component replacement : replacements) {
      components.removeIf(component -> component.slot() == replacement.slot());
      components.add(replacement);
    }
    return RecipeSpec.of(components);
  }

  /** What generated code does, by hand. */
  public static Pipeline pipeline(RecipeSpec recipe) {
    return Pipeline.of(recipe);
  }
}
