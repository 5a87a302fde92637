package dev.recipe4j.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.Slot;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.GradientClip;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.OpenComponent.Argument;
import dev.recipe4j.spec.OpenPart;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What two recipes differ in, value by value. */
class DifferenceTest {
  private static List<String> between(List<Component> before, List<Component> after) {
    return Difference.between(RecipeSpec.of(before), RecipeSpec.of(after)).stream()
        .map(Difference::toString)
        .toList();
  }

  private static Component blur(Object value) {
    return new OpenPart(
        Slot.POLICY,
        "com.acme.Blur",
        "com.acme.BlurOperation",
        List.of(new Argument("value", "double", value)),
        Optional.of(new Object()));
  }

  @Test
  void sameRecipesDoNotDiffer() {
    List<Component> recipe = List.of(new Recipe("a", 5, 1, 1), new L2Decay(1e-4, true), blur(2.0));
    List<Component> again = List.of(new Recipe("a", 5, 1, 1), new L2Decay(1e-4, true), blur(2.0));
    assertEquals(List.of(), between(recipe, again));
  }

  @Test
  void namesMembersAsTheyAreSet() {
    assertEquals(
        List.of(
            "epochs 5 -> 6",
            "l2Decay.normAndBias true -> false",
            "blur 2 -> 3",
            "normalize.std {0.5} -> {0.25}"),
        between(
            List.of(
                new Recipe("a", 5, 1, 1),
                new L2Decay(1e-4, true),
                blur(2.0),
                new Normalize(List.of(0.5), List.of(0.5))),
            List.of(
                new Recipe("a", 6, 1, 1),
                new L2Decay(1e-4, false),
                blur(3.0),
                new Normalize(List.of(0.5), List.of(0.25)))));
  }

  @Test
  void namesTheSlotOfAnotherComponent() {
    Component mixup = new Mixup(0.2, OptionalDouble.empty());
    Component half = new CutMix(0.2, OptionalDouble.of(0.5));
    assertEquals(
        List.of(
            "mix @Mixup(alpha = 0.2) -> @Mixup(alpha = 0.2) @CutMix(alpha = 0.2, probability = 0.5)"),
        between(List.of(mixup), List.of(mixup, half)));
    assertEquals(
        List.of("clip none -> @GradientClip(norm = 1)"),
        between(
            List.of(), List.of(new GradientClip(OptionalDouble.of(1), OptionalDouble.empty()))));
    assertEquals(
        List.of("cutMix.probability none -> 0.5"),
        between(List.of(new CutMix(0.2, OptionalDouble.empty())), List.of(half)));
  }
}
