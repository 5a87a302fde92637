package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalInt;

/**
 * Erased bands of a grid.
 *
 * @see dev.recipe4j.GridMask
 */
public record GridMask(int d1, int d2, double ratio, OptionalInt rampEpochs) implements Component {
  private static final int USUAL_RAMP = 240;

  /** Epochs until the full probability in a training of the given length. */
  public int ramp(int epochs) {
    return rampEpochs.orElse(Math.min(USUAL_RAMP, epochs));
  }

  @Override
  public Slot slot() {
    return Slot.ERASE;
  }
}
