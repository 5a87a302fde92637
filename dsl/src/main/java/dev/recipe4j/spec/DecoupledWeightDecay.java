package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Weight decay beside the gradient.
 *
 * @see dev.recipe4j.DecoupledWeightDecay
 */
public record DecoupledWeightDecay(double value, boolean normAndBias) implements Component {
  @Override
  public Slot slot() {
    return Slot.DECAY;
  }
}
