package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * An augmentation of a user's own stands at the stage whose layout and values its type says it
 * takes (PaddleClas's HideAndSeek reads rows as channels).
 */
final class AugmentStage extends Check {
  AugmentStage() {
    super(Rule.AUGMENT_STAGE);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return Stream.concat(
            recipe.declaration().components().stream(),
            recipe.declaration().conflicts().stream().flatMap(c -> c.components().stream()))
        .flatMap(
            component ->
                component.implementation().stream()
                    .flatMap(implementation -> implementation.faults().stream())
                    .filter(fault -> fault.rule() == rule())
                    .map(fault -> finding(component, fault.message(), fault.fix())))
        .toList();
  }
}
