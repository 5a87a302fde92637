package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.Implementation;
import dev.recipe4j.declaration.Implementation.Fault;
import java.util.List;
import java.util.stream.Stream;

/**
 * A component of a user's own stands in an open slot and names a class that can be made and used.
 */
final class OpenComponents extends Check {
  OpenComponents() {
    super(Rule.OPEN_COMPONENT);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return Stream.concat(
            recipe.declaration().components().stream(),
            recipe.declaration().conflicts().stream().flatMap(c -> c.components().stream()))
        .flatMap(
            component ->
                component.implementation().stream()
                    .flatMap(implementation -> findings(component, implementation)))
        .toList();
  }

  private Stream<Finding> findings(DeclaredComponent component, Implementation implementation) {
    if (!component.slot().isOpen()) {
      return Stream.of(
          finding(
              component,
              "@%s cannot fill the slot %s: it takes components of recipe4j only"
                  .formatted(component.annotation(), component.slot()),
              "write a component of dev.recipe4j in its place"));
    }
    if (implementation.type().isEmpty()) {
      return Stream.of(
          finding(
              component,
              "@%s fills the slot %s but names no class that executes it"
                  .formatted(component.annotation(), component.slot()),
              "write @ComponentOf(value = Slot.%s, implementation = ...) on @%s"
                  .formatted(component.slot(), component.annotation())));
    }
    return implementation.faults().stream()
        .filter(fault -> fault.rule() == rule())
        .map(fault -> finding(component, fault));
  }

  private Finding finding(DeclaredComponent component, Fault fault) {
    return finding(component, fault.message(), fault.fix());
  }
}
