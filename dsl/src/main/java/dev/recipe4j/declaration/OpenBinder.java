package dev.recipe4j.declaration;

import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.OpenComponent.Argument;
import dev.recipe4j.spec.OpenModel;
import dev.recipe4j.spec.OpenPart;
import dev.recipe4j.spec.OpenSchedule;
import java.util.List;
import java.util.Optional;

/** Gives a component of a user's own its description, before there is an object. */
final class OpenBinder {
  private OpenBinder() {}

  static Optional<Component> bind(DeclaredComponent declared, Implementation implementation) {
    boolean isUsable =
        declared.slot().isOpen() && implementation.parameters().size() == declared.members().size();
    return isUsable
        ? implementation.type().map(type -> bind(declared, implementation, type))
        : Optional.empty();
  }

  private static OpenComponent bind(
      DeclaredComponent declared, Implementation implementation, String type) {
    String annotation = implementation.annotation();
    List<Argument> arguments =
        implementation.parameters().stream()
            .map(p -> new Argument(p.member(), p.type(), declared.member(p.member()).value()))
            .toList();
    return switch (declared.slot()) {
      case SCHEDULE -> new OpenSchedule(annotation, type, arguments, Optional.empty());
      case MODEL -> new OpenModel(annotation, type, arguments, Optional.empty());
      default -> new OpenPart(declared.slot(), annotation, type, arguments, Optional.empty());
    };
  }
}
