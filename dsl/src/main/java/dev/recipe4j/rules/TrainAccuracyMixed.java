package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.List;
import java.util.stream.Collectors;

/** Says that accuracy on mixed batches is below that on clean images (timm issue 1118). */
final class TrainAccuracyMixed extends Check {
  TrainAccuracyMixed() {
    super(Rule.TRAIN_ACCURACY_MIXED, List.of(Slot.MIX), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    List<DeclaredComponent> mixes = recipe.declaration().findAll(Slot.MIX);
    return List.of(
        finding(
            mixes.get(0),
            "%s: accuracy on the trained batches is below that on clean images and says nothing of fit; accuracy on clean training images is measured too"
                .formatted(
                    mixes.stream().map(SoftLabels::show).collect(Collectors.joining(" and "))),
            ""));
  }
}
