package dev.recipe4j.schedule;

import dev.recipe4j.decimal.Decimals;

/**
 * A linear rise of the learning rate at the start of training.
 *
 * @param epochs length in epochs, at least 0; 0 if it is given in updates and the length of an
 *     epoch is not known
 * @param steps length in optimiser updates, or 0 if it is given in epochs
 * @param startFactor first learning rate as a share of the peak
 * @param shift whether the main schedule starts where the warm-up ends
 */
public record Warmup(double epochs, long steps, double startFactor, boolean shift) {
  /** No warm-up. */
  public static final Warmup NONE = new Warmup(0, 0, true);

  /** A warm-up given in epochs. */
  public Warmup(double epochs, double startFactor, boolean shift) {
    this(epochs, 0, startFactor, shift);
  }

  /** Whether there is one at all. */
  public boolean isPresent() {
    return epochs > 0 || steps > 0;
  }

  /** Length in optimiser updates, halves rounded up. */
  public long updates(long updatesPerEpoch) {
    return steps > 0 ? steps : Decimals.roundedProduct(epochs, updatesPerEpoch);
  }

  /** Epochs by which the main schedule is delayed. */
  public double shiftEpochs() {
    return shift ? epochs : 0;
  }

  /** Updates that are left to the main schedule: a fraction if the epochs are. */
  double remaining(int ofEpochs, long updatesPerEpoch) {
    return shift && steps > 0
        ? (double) ofEpochs * updatesPerEpoch - steps
        : (ofEpochs - shiftEpochs()) * updatesPerEpoch;
  }
}
