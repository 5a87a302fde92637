package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalDouble;

/**
 * Batch blending.
 *
 * @see dev.recipe4j.Mixup
 */
public record Mixup(double alpha, OptionalDouble probability) implements Component {
  @Override
  public Slot slot() {
    return Slot.MIX;
  }
}
