package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;

/**
 * Names of the classes, class 0 first.
 *
 * @see dev.recipe4j.ClassNames
 */
public record ClassNames(List<String> value) implements Component {
  public ClassNames {
    value = List.copyOf(value);
  }

  @Override
  public Slot slot() {
    return Slot.CLASS_NAMES;
  }
}
