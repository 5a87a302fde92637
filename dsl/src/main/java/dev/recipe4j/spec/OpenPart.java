package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;
import java.util.Optional;

/** An augmentation, loss or optimiser of a user's own. */
public record OpenPart(
    Slot slot, String annotation, String type, List<Argument> arguments, Optional<Object> instance)
    implements OpenComponent {
  public OpenPart {
    arguments = List.copyOf(arguments);
  }
}
