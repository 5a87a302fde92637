package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Adam;
import dev.recipe4j.spec.AdamW;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Optimizer;
import java.util.List;

/** Adam scales a coupled decay away with the gradient (Loshchilov and Hutter, arXiv 1711.05101). */
final class L2WithAdam extends Check {
  L2WithAdam() {
    super(Rule.L2_WITH_ADAM, List.of(Slot.DECAY, Slot.OPTIMIZER), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Optimizer optimizer = recipe.spec().optimizer();
    double l2 = recipe.spec().decay().map(L2Decay::value).orElse(0.0);
    boolean isAdam = optimizer instanceof Adam || optimizer instanceof AdamW;
    if (!isAdam || l2 == 0) {
      return List.of();
    }
    String name = recipe.component(Slot.OPTIMIZER).annotation();
    return List.of(
        finding(
            Subject.nearestPart(
                List.of(recipe.member(Slot.DECAY, "value"), recipe.component(Slot.OPTIMIZER))),
            "coupled l2 %s with @%s: the decay is divided by the size of the gradients, so weights with large ones hardly decay"
                .formatted(Decimals.show(l2), name),
            "write @DecoupledWeightDecay(0.01) in place of @L2Decay(%s)"
                .formatted(Decimals.show(l2))));
  }
}
