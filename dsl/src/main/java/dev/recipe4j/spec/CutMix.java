package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalDouble;

/**
 * Batch mixing.
 *
 * @see dev.recipe4j.CutMix
 */
public record CutMix(double alpha, OptionalDouble probability) implements Component {
  @Override
  public Slot slot() {
    return Slot.MIX;
  }
}
