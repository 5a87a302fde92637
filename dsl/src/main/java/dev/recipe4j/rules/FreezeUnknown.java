package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Names;
import dev.recipe4j.network.Network;
import java.util.List;
import java.util.stream.Collectors;

/** What is frozen is a stage of the network. */
final class FreezeUnknown extends Check {
  FreezeUnknown() {
    super(Rule.FREEZE_UNKNOWN, List.of(Slot.PRETRAINED, Slot.MODEL, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Network network = recipe.spec().network();
    List<String> unknown =
        recipe.spec().pretrained().orElseThrow().freeze().stream()
            .filter(stage -> !network.stages().contains(stage))
            .distinct()
            .toList();
    if (unknown.isEmpty()) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.PRETRAINED, "freeze"),
            "%s has no stage %s among its %d"
                .formatted(
                    network.name(),
                    unknown.stream()
                        .map("'%s'"::formatted)
                        .collect(Collectors.joining(" and no stage ")),
                    network.stages().size()),
            unknown.stream()
                .map(
                    stage ->
                        "in place of '%s' write one of %s"
                            .formatted(
                                stage, String.join(", ", Names.nearest(stage, network.stages()))))
                .collect(Collectors.joining("; "))));
  }
}
