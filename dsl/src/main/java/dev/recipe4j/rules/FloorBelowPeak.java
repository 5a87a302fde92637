package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.PolynomialDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.OptionalDouble;

/** The floor of a cosine, or the end of a polynomial, lies below the peak learning rate. */
final class FloorBelowPeak extends RateCheck {
  FloorBelowPeak() {
    super(
        Rule.VALUE_RANGE,
        List.of(Slot.SCHEDULE, Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER),
        List.of());
  }

  /** Whether the schedule does not fall. */
  static boolean applies(RecipeSpec recipe) {
    return end(recipe).orElse(Double.NEGATIVE_INFINITY) >= recipe.peak();
  }

  private static OptionalDouble end(RecipeSpec recipe) {
    if (recipe.schedule() instanceof CosineDecay cosine) {
      return OptionalDouble.of(cosine.floor());
    }
    return recipe.schedule() instanceof PolynomialDecay decay
        ? OptionalDouble.of(decay.end())
        : OptionalDouble.empty();
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!applies(recipe.spec())) {
      return List.of();
    }
    String member = recipe.spec().schedule() instanceof CosineDecay ? "floor" : "end";
    return List.of(
        finding(
            recipe.member(Slot.SCHEDULE, member),
            end(recipe.spec()).getAsDouble(),
            recipe.spec().peak()));
  }

  private Finding finding(DeclaredMember at, double value, double peak) {
    return finding(
        at,
        "%s %s is not below the peak learning rate %s"
            .formatted(at.name(), Decimals.show(value), Decimals.show(peak)),
        "drop '%s' to end at 0, or write a value below %s"
            .formatted(at.name(), Decimals.show(peak)));
  }
}
