package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;

/** Says that a classifier of another number of classes is left out (torchvision issue 1040). */
final class HeadShape extends Check {
  HeadShape() {
    super(Rule.HEAD_SHAPE, List.of(Slot.PRETRAINED, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    DeclaredMember weights = recipe.member(Slot.PRETRAINED, "value");
    int theirs = recipe.spec().pretrained().orElseThrow().value().classes();
    int ours = recipe.spec().dataset().classes();
    if (theirs == ours) {
      return List.of();
    }
    return List.of(
        finding(
            weights,
            "the weights %s tell %d classes apart, the data set has %d: their classifier is left out and one of %d starts anew"
                .formatted(weights.show(), theirs, ours, ours),
            ""));
  }
}
