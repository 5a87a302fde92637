package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.PolynomialDecay;
import java.util.List;

/** The floor of a cosine, or the end of a polynomial, lies below the peak learning rate. */
final class FloorBelowPeak extends RateCheck {
  FloorBelowPeak() {
    super(
        Rule.VALUE_RANGE,
        List.of(Slot.SCHEDULE, Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER),
        List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    double peak = recipe.spec().peak();
    if (recipe.spec().schedule() instanceof CosineDecay cosine && cosine.floor() >= peak) {
      return List.of(finding(recipe.member(Slot.SCHEDULE, "floor"), cosine.floor(), peak));
    }
    if (recipe.spec().schedule() instanceof PolynomialDecay decay && decay.end() >= peak) {
      return List.of(finding(recipe.member(Slot.SCHEDULE, "end"), decay.end(), peak));
    }
    return List.of();
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
