package dev.recipe4j.runtime.optim;

import java.util.List;

/**
 * AdaDelta (arXiv 1212.5701): {@code s = rho * s + (1 - rho) * g^2; d = sqrt(u + epsilon) / sqrt(s
 * + epsilon) * g; u = rho * u + (1 - rho) * d^2; w -= lr * d}, as torch and Paddle; ND4J has no
 * learning rate.
 */
final class AdaDeltaStep implements Step {
  private final float rho;
  private final float fresh;
  private final float epsilon;
  private final float[] gradients;
  private final float[] steps;

  AdaDeltaStep(double rho, double epsilon, int parameters) {
    this.rho = (float) rho;
    this.fresh = (float) (1 - rho);
    this.epsilon = (float) epsilon;
    this.gradients = new float[parameters];
    this.steps = new float[parameters];
  }

  @Override
  public void apply(float[] w, float[] g, int start, int size, float learningRate, long update) {
    for (int i = 0; i < size; i++) {
      float s = rho * gradients[start + i] + fresh * g[i] * g[i];
      float d = (float) (Math.sqrt(steps[start + i] + epsilon) / Math.sqrt(s + epsilon)) * g[i];
      gradients[start + i] = s;
      steps[start + i] = rho * steps[start + i] + fresh * d * d;
      w[i] -= learningRate * d;
    }
  }

  @Override
  public List<float[]> state() {
    return List.of(gradients, steps);
  }
}
