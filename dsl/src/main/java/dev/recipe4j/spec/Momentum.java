package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;

/**
 * Classical momentum with the learning rate outside the velocity.
 *
 * @see dev.recipe4j.Momentum
 */
public record Momentum(double value) implements Optimizer {
  @Override
  public Family family() {
    return Family.SGD;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.LINEAR;
  }
}
