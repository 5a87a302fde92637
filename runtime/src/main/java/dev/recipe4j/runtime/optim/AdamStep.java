package dev.recipe4j.runtime.optim;

import java.util.List;

/**
 * Adam (arXiv 1412.6980): {@code m = beta1 * m + (1 - beta1) * g; s = beta2 * s + (1 - beta2) *
 * g^2; w -= lr * m' / (sqrt(s') + epsilon)}, epsilon added after the correction of {@code s} for
 * its start at 0, as torch and Paddle do; ND4J adds it before.
 */
final class AdamStep implements Step {
  private final double beta1;
  private final double beta2;
  private final float epsilon;
  private final float[] mean;
  private final float[] square;

  AdamStep(double beta1, double beta2, double epsilon, int parameters) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = (float) epsilon;
    this.mean = new float[parameters];
    this.square = new float[parameters];
  }

  @Override
  public void apply(float[] w, float[] g, int start, int size, float learningRate, long update) {
    float keptMean = (float) beta1;
    float newMean = (float) (1 - beta1);
    float keptSquare = (float) beta2;
    float newSquare = (float) (1 - beta2);
    float rate = (float) (learningRate / (1 - Math.pow(beta1, update + 1.0)));
    float correction = (float) (1 / Math.sqrt(1 - Math.pow(beta2, update + 1.0)));
    for (int i = 0; i < size; i++) {
      float m = keptMean * mean[start + i] + newMean * g[i];
      float s = keptSquare * square[start + i] + newSquare * g[i] * g[i];
      mean[start + i] = m;
      square[start + i] = s;
      w[i] -= rate * m / ((float) Math.sqrt(s) * correction + epsilon);
    }
  }

  @Override
  public List<float[]> state() {
    return List.of(mean, square);
  }
}
