package dev.recipe4j.schedule;

import dev.recipe4j.decimal.Decimals;

/**
 * A linear rise of the learning rate at the start of training.
 *
 * @param epochs length in epochs, at least 0
 * @param startFactor first learning rate as a share of the peak
 * @param shift whether the main schedule starts where the warm-up ends
 */
public record Warmup(double epochs, double startFactor, boolean shift) {
  /** No warm-up. */
  public static final Warmup NONE = new Warmup(0, 0, true);

  /** Length in optimiser updates, halves rounded up. */
  public long updates(long updatesPerEpoch) {
    return Decimals.roundedProduct(epochs, updatesPerEpoch);
  }

  /** Epochs by which the main schedule is delayed. */
  public double shiftEpochs() {
    return shift ? epochs : 0;
  }
}
