package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.spec.Optimizer;
import java.util.List;

/** Says what an adaptive optimiser trades (training tricks §1). */
final class OptimizerChoice extends Check {
  OptimizerChoice() {
    super(Rule.OPTIMIZER_CHOICE, List.of(Slot.OPTIMIZER), List.of());
  }

  /** Which optimiser it is matters, not its values: they may be at fault. */
  @Override
  boolean readsValuesOf(Slot slot) {
    return false;
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (recipe.spec().optimizer().family() == Optimizer.Family.SGD) {
      return List.of();
    }
    DeclaredComponent optimizer = recipe.component(Slot.OPTIMIZER);
    return List.of(
        finding(
            optimizer,
            "adaptive optimisers such as @%s converge faster; SGD with momentum reaches the higher accuracy if its learning rate is right"
                .formatted(optimizer.annotation()),
            "compare with @Momentum(0.9)"));
  }
}
