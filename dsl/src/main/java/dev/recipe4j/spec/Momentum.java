package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;

/**
 * Momentum with the learning rate outside the velocity.
 *
 * @see dev.recipe4j.Momentum
 */
public record Momentum(double value, boolean nesterov) implements Optimizer {
  /** Classical momentum. */
  public Momentum(double value) {
    this(value, false);
  }

  @Override
  public Family family() {
    return Family.SGD;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.LINEAR;
  }
}
