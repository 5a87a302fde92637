package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import java.util.List;

/** A warm-up starts below the peak. */
final class WarmupStart extends Check {
  WarmupStart() {
    super(Rule.WARMUP_START, List.of(Slot.WARMUP), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    double start = recipe.spec().warmup().startFactor();
    if (start < 1) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.WARMUP, "startFactor"),
            "the warm-up starts at %s times the peak: it does not rise"
                .formatted(Decimals.show(start)),
            "drop 'startFactor' to start at 0, or write a share of the peak below 1"));
  }
}
