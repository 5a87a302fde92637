package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;

/**
 * Adam for decoupled weight decay.
 *
 * @see dev.recipe4j.AdamW
 */
public record AdamW(double beta1, double beta2, double epsilon) implements Optimizer {
  @Override
  public Family family() {
    return Family.ADAM;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.SQUARE_ROOT;
  }
}
