package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import dev.recipe4j.schedule.Warmup;

/**
 * A linear rise of the learning rate.
 *
 * @see dev.recipe4j.LinearWarmup
 */
public record LinearWarmup(double epochs, double startFactor, boolean shift) implements Component {
  /** As the curve reads it. */
  public Warmup warmup() {
    return new Warmup(epochs, startFactor, shift);
  }

  @Override
  public Slot slot() {
    return Slot.WARMUP;
  }
}
