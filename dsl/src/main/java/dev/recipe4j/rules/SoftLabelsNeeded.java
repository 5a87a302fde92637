package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.Implementation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A loss of a user's own takes soft labels where there are some (theseus issue 26). */
final class SoftLabelsNeeded extends Check {
  SoftLabelsNeeded() {
    super(Rule.SOFT_LABELS_NEEDED, List.of(Slot.LOSS), List.of(Slot.SMOOTHING, Slot.MIX));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    DeclaredComponent loss = recipe.component(Slot.LOSS);
    List<DeclaredComponent> makers = SoftLabels.makers(recipe);
    boolean takesThem = loss.implementation().filter(own -> !own.takesSoftLabels()).isEmpty();
    if (takesThem || makers.isEmpty()) {
      return List.of();
    }
    List<DeclaredComponent> parts = new ArrayList<>(makers);
    parts.add(loss);
    String names =
        makers.stream().map(maker -> "@" + maker.annotation()).collect(Collectors.joining(" and "));
    return List.of(
        finding(
            Subject.nearestPart(parts),
            "%s %s soft labels, but the loss @%s takes hard labels only"
                .formatted(
                    makers.stream().map(SoftLabels::show).collect(Collectors.joining(" and ")),
                    makers.size() == 1 ? "makes" : "make",
                    loss.annotation()),
            "let %s implement dev.recipe4j.spec.TakesSoftLabels if it takes a distribution over the classes, or remove %s"
                .formatted(
                    loss.implementation().flatMap(Implementation::type).orElseThrow(), names)));
  }
}
