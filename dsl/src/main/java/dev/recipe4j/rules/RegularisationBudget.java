package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.spec.Dropout;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A small network bears three regularisers: it underfits before it overfits (training tricks §4 to
 * §8).
 */
final class RegularisationBudget extends Check {
  RegularisationBudget() {
    super(
        Rule.REGULARISATION_BUDGET,
        List.of(Slot.MODEL, Slot.DATASET),
        List.of(
            Slot.CROP,
            Slot.POLICY,
            Slot.ERASE,
            Slot.MIX,
            Slot.SMOOTHING,
            Slot.DROPOUT,
            Slot.DECAY));
  }

  private static final long SMALL = 3_000_000;
  private static final int BEARABLE = 3;
  private static final double STRONG_DROPOUT = 0.2;
  private static final double STRONG_DECAY = 1e-4;

  @Override
  List<Finding> findings(Subject recipe) {
    Optional<Long> parameters = recipe.parameters();
    List<DeclaredComponent> present = regularisers(recipe);
    if (parameters.isEmpty() || parameters.get() >= SMALL || present.size() <= BEARABLE) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearestPart(present),
            "%d regularisers (%s) for %d parameters, fewer than 3 million: small networks underfit"
                .formatted(
                    present.size(),
                    present.stream()
                        .map(component -> "@" + component.annotation())
                        .collect(Collectors.joining(", ")),
                    parameters.get()),
            "remove %d of them, or weaken what remains below the limits"
                .formatted(present.size() - BEARABLE)));
  }

  /** What regularises strongly; a pair of mixes counts once. */
  private static List<DeclaredComponent> regularisers(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    List<DeclaredComponent> present = new ArrayList<>();
    for (Slot slot : List.of(Slot.POLICY, Slot.ERASE, Slot.MIX)) {
      recipe.declaration().find(slot).ifPresent(present::add);
    }
    if (spec.smoothing() > 0) {
      present.add(recipe.component(Slot.SMOOTHING));
    }
    double dropout = spec.find(Slot.DROPOUT, Dropout.class).map(Dropout::value).orElse(0.0);
    if (Decimals.exceeds(dropout, STRONG_DROPOUT)) {
      present.add(recipe.component(Slot.DROPOUT));
    }
    double l2 = spec.decay().map(L2Decay::value).orElse(0.0);
    if (!Decimals.exceeds(STRONG_DECAY, l2)) {
      present.add(recipe.component(Slot.DECAY));
    }
    return present;
  }
}
