package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * A moving average of the weights.
 *
 * @see dev.recipe4j.Ema
 */
public record Ema(double decay) implements Component {
  @Override
  public Slot slot() {
    return Slot.EMA;
  }
}
