package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration.Conflict;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.List;

/**
 * Weights are decayed through the gradient or beside it, not both (Loshchilov and Hutter, arXiv
 * 1711.05101). Answers in place of the general rules on slots filled twice.
 */
final class DecayTwice extends Check {
  DecayTwice() {
    super(Rule.DECAY_TWICE);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().conflicts().stream()
        .filter(DecayTwice::isDecayTwice)
        .map(conflict -> finding(conflict.components().get(0), other(conflict)))
        .toList();
  }

  /** Whether the contest is between two kinds of decay. */
  static boolean isDecayTwice(Conflict conflict) {
    return conflict.slot() == Slot.DECAY
        && conflict.components().stream().map(DeclaredComponent::annotation).distinct().count() > 1;
  }

  private static DeclaredComponent other(Conflict conflict) {
    String first = conflict.components().get(0).annotation();
    return conflict.components().stream()
        .filter(component -> !component.annotation().equals(first))
        .findFirst()
        .orElseThrow();
  }

  private Finding finding(DeclaredComponent first, DeclaredComponent second) {
    return finding(
        second,
        "weights are decayed twice: %s beside %s".formatted(show(second), show(first)),
        "keep @L2Decay with SGD, @DecoupledWeightDecay with AdamW, and remove the other");
  }

  private static String show(DeclaredComponent decay) {
    return "@%s(%s)".formatted(decay.annotation(), decay.member("value").show());
  }
}
