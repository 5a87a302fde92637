package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;

/**
 * AdaDelta.
 *
 * @see dev.recipe4j.AdaDelta
 */
public record AdaDelta(double rho, double epsilon) implements Optimizer {
  @Override
  public Family family() {
    return Family.OTHER;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.SQUARE_ROOT;
  }
}
