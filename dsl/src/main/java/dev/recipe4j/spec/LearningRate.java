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
    double lr = reference.getAsDouble();
    double ratio = ratio(batch).getAsDouble();
    return OptionalDouble.of(
        switch (scalingFor(optimizer)) {
          case AUTO -> throw new IllegalStateException("an optimiser scales in a definite way");
          case LINEAR ->
              Decimals.divide(Decimals.times(lr, batch.value()), referenceBatch.getAsInt());
          case SQUARE_ROOT -> Decimals.times(lr, Math.sqrt(ratio));
          case NONE -> lr;
        });
  }

  @Override
  public Slot slot() {
    return Slot.LEARNING_RATE;
  }
}
