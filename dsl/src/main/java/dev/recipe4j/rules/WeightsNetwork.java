package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.DeclaredWeights;
import dev.recipe4j.declaration.Positioned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The weights belong to the network of the recipe: its width, variant and style. */
final class WeightsNetwork extends Check {
  WeightsNetwork() {
    super(Rule.WEIGHTS_NETWORK, List.of(Slot.PRETRAINED), List.of(Slot.MODEL));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    DeclaredMember named = recipe.member(Slot.PRETRAINED, "value");
    DeclaredComponent theirs = ((DeclaredWeights) named.value()).networks().get(0);
    Optional<DeclaredComponent> ours = recipe.declaration().find(Slot.MODEL);
    if (ours.filter(model -> !model.saysTheSameAs(theirs)).isEmpty()) {
      return List.of();
    }
    return List.of(
        finding(
            at(named, ours.get(), theirs),
            "the weights %s are those of %s, the recipe has %s"
                .formatted(named.show(), theirs.show(), ours.get().show()),
            "write %s, or name weights of this network".formatted(theirs.show())));
  }

  /** The first member that differs, if the network is the same but for its members. */
  private static Positioned at(
      DeclaredMember named, DeclaredComponent ours, DeclaredComponent theirs) {
    if (!ours.annotation().equals(theirs.annotation())) {
      return Subject.nearestPart(List.of(named, ours));
    }
    return ours.members().stream()
        .sorted(Comparator.comparing(DeclaredMember::name))
        .filter(member -> !member.value().equals(theirs.member(member.name()).value()))
        .findFirst()
        .map(member -> (Positioned) Subject.nearest(named, member))
        .orElse(named);
  }
}
