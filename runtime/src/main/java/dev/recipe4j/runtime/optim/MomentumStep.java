package dev.recipe4j.runtime.optim;

import java.util.List;

/**
 * Classical momentum, {@code v = momentum * v + g; w -= lr * v}, or Nesterov's in the form of torch
 * and Paddle, {@code w -= lr * (g + momentum * v)}. The learning rate stays outside the velocity,
 * so a step that falls by ten takes effect at once; ND4J's Nesterovs keeps it inside.
 */
final class MomentumStep implements Step {
  private final float momentum;
  private final boolean nesterov;
  private final float[] velocity;

  MomentumStep(double momentum, boolean nesterov, int parameters) {
    this.momentum = (float) momentum;
    this.nesterov = nesterov;
    this.velocity = new float[parameters];
  }

  @Override
  public void apply(float[] w, float[] g, int start, int size, float learningRate, long update) {
    if (nesterov) {
      lookAhead(w, g, start, size, learningRate);
      return;
    }
    for (int i = 0; i < size; i++) {
      float v = momentum * velocity[start + i] + g[i];
      velocity[start + i] = v;
      w[i] -= learningRate * v;
    }
  }

  private void lookAhead(float[] w, float[] g, int start, int size, float learningRate) {
    for (int i = 0; i < size; i++) {
      float v = momentum * velocity[start + i] + g[i];
      velocity[start + i] = v;
      w[i] -= learningRate * (g[i] + momentum * v);
    }
  }

  @Override
  public List<float[]> state() {
    return List.of(velocity);
  }
}
