package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Coupled L2 regularisation.
 *
 * @see dev.recipe4j.L2Decay
 */
public record L2Decay(double value, boolean normAndBias) implements Component {
  @Override
  public Slot slot() {
    return Slot.DECAY;
  }
}
