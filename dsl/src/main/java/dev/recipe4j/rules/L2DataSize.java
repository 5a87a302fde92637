package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.L2Decay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Little data takes more weight decay, much data less (training tricks §4). */
final class L2DataSize extends Check {
  L2DataSize() {
    super(Rule.L2_DATA_SIZE, List.of(Slot.DECAY, Slot.DATASET), List.of());
  }

  private static final int LITTLE = 10_000;
  private static final int MUCH = 1_000_000;
  private static final double USUAL = 1e-4;

  @Override
  List<Finding> findings(Subject recipe) {
    OptionalInt known = recipe.spec().dataset().trainExamples();
    Optional<L2Decay> decay = recipe.spec().decay();
    if (known.isEmpty() || decay.isEmpty()) {
      return List.of();
    }
    int examples = known.getAsInt();
    double l2 = decay.get().value();
    boolean isWeak = examples < LITTLE && Decimals.exceeds(USUAL, l2);
    boolean isStrong = examples > MUCH && Decimals.exceeds(l2, USUAL);
    if (!isWeak && !isStrong) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.DECAY, "value"),
            "l2 %s for %d examples, %s than %d: %s decay may do better"
                .formatted(
                    Decimals.show(l2),
                    examples,
                    isWeak ? "fewer" : "more",
                    isWeak ? LITTLE : MUCH,
                    isWeak ? "more" : "less"),
            "try @L2Decay(1e-4)"));
  }
}
