package dev.recipe4j.spec;

import dev.recipe4j.network.Network;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A network of a user's own. */
public record OpenModel(
    String annotation, String type, List<Argument> arguments, Optional<Model> instance)
    implements Model, OpenComponent {
  public OpenModel {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Network network(int classes) {
    return instance
        .orElseThrow(() -> new NoSuchElementException(type + " has not been made yet"))
        .network(classes);
  }
}
