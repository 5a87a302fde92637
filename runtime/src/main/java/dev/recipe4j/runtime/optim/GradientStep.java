package dev.recipe4j.runtime.optim;

import java.util.List;

/** Plain gradient descent: {@code w -= lr * g}. */
final class GradientStep implements Step {
  @Override
  public void apply(float[] w, float[] g, int start, int size, float learningRate, long update) {
    for (int i = 0; i < size; i++) {
      w[i] -= learningRate * g[i];
    }
  }

  @Override
  public List<float[]> state() {
    return List.of();
  }
}
