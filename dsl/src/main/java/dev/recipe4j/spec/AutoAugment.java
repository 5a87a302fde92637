package dev.recipe4j.spec;

import dev.recipe4j.AutoAugment.Policy;
import dev.recipe4j.Slot;

/**
 * A learned policy.
 *
 * @see dev.recipe4j.AutoAugment
 */
public record AutoAugment(Policy value) implements Component {
  @Override
  public Slot slot() {
    return Slot.POLICY;
  }
}
