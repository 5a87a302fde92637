package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;

/**
 * Plain stochastic gradient descent.
 *
 * @see dev.recipe4j.Sgd
 */
public record Sgd() implements Optimizer {
  @Override
  public Family family() {
    return Family.SGD;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.LINEAR;
  }
}
