package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.L2Decay;
import java.util.List;
import java.util.Optional;

/** Small networks take less weight decay (training tricks §4). */
final class L2SmallModel extends Check {
  L2SmallModel() {
    super(Rule.L2_SMALL_MODEL, List.of(Slot.DECAY, Slot.MODEL, Slot.DATASET), List.of(Slot.CROP));
  }

  private static final long SMALL = 5_000_000;
  private static final double MUCH = 1e-4;

  @Override
  List<Finding> findings(Subject recipe) {
    Optional<Long> parameters = recipe.parameters();
    Optional<L2Decay> decay = recipe.spec().decay();
    if (parameters.isEmpty()
        || decay.isEmpty()
        || parameters.get() >= SMALL
        || Decimals.exceeds(MUCH, decay.get().value())) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.DECAY, "value"),
            "l2 %s for %d parameters, fewer than 5 million: small networks did better with 1e-5 to 4e-5"
                .formatted(Decimals.show(decay.get().value()), parameters.get()),
            "try @L2Decay(3e-5)"));
  }
}
