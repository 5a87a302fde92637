package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The peak learning rate as a known pair scaled to the batch, or as written.
 *
 * @see dev.recipe4j.LearningRate
 */
public record LearningRate(
    OptionalDouble reference, OptionalInt referenceBatch, Scaling scaling, OptionalDouble peak)
    implements Component {

  /** The scaling in force: written, or the optimiser's own. */
  public Scaling scalingFor(Optimizer optimizer) {
    return scaling == Scaling.AUTO ? optimizer.automaticScaling() : scaling;
  }

  /** The batch as a multiple of the reference batch, if there is a reference batch. */
  public OptionalDouble ratio(Batch batch) {
    return referenceBatch.isPresent()
        ? OptionalDouble.of(Decimals.divide(batch.value(), referenceBatch.getAsInt()))
        : OptionalDouble.empty();
  }

  /** The reference scaled to the batch, if there is a reference pair. */
  public OptionalDouble expected(Batch batch, Optimizer optimizer) {
    if (reference.isEmpty() || referenceBatch.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        scaled(
            reference.getAsDouble(),
            referenceBatch.getAsInt(),
            batch.value(),
            scalingFor(optimizer)));
  }

  /**
   * A learning rate of one batch scaled to another.
   *
   * @param scaling not AUTO
   */
  public static double scaled(double rate, int from, int to, Scaling scaling) {
    return switch (scaling) {
      case AUTO -> throw new IllegalStateException("an optimiser scales in a definite way");
      case LINEAR -> Decimals.divide(Decimals.times(rate, to), from);
      case SQUARE_ROOT -> Decimals.times(rate, Math.sqrt(Decimals.divide(to, from)));
      case NONE -> rate;
    };
  }

  @Override
  public Slot slot() {
    return Slot.LEARNING_RATE;
  }
}
