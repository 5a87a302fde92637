package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;

/**
 * Adam.
 *
 * @see dev.recipe4j.Adam
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
  @Override
  public Family family() {
    return Family.ADAM;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.SQUARE_ROOT;
  }
}
