package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.schedule.Warmup;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A linear rise of the learning rate, as long as {@code steps} if they are given.
 *
 * @see dev.recipe4j.LinearWarmup
 */
public record LinearWarmup(double epochs, OptionalInt steps, double startFactor, boolean shift)
    implements Component {
  /** A rise over epochs. */
  public LinearWarmup(double epochs, double startFactor, boolean shift) {
    this(epochs, OptionalInt.empty(), startFactor, shift);
  }

  /**
   * As the curve reads it.
   *
   * @param updatesPerEpoch optimiser updates in one epoch, at least 1, if known
   */
  public Warmup warmup(OptionalLong updatesPerEpoch) {
    if (steps.isEmpty()) {
      return new Warmup(epochs, startFactor, shift);
    }
    double inEpochs =
        updatesPerEpoch.isPresent()
            ? Decimals.divide(steps.getAsInt(), updatesPerEpoch.getAsLong())
            : 0;
    return new Warmup(inEpochs, steps.getAsInt(), startFactor, shift);
  }

  @Override
  public Slot slot() {
    return Slot.WARMUP;
  }
}
