package dev.recipe4j.runtime.optim;

import dev.recipe4j.network.ParameterLayout;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Classical momentum with coupled L2 decay: {@code g += decay * w; v = momentum * v + g; w -= lr *
 * v}, as in torch and Paddle. The learning rate stays outside the velocity, so a step that falls by
 * ten takes effect at once; ND4J's Nesterovs keeps it inside.
 */
final class MomentumUpdate implements Update {
  /** Floats copied to the heap at a time: three such blocks fit the first-level cache. */
  private static final int BLOCK = 2048;

  private final List<Segment> segments;
  private final float momentum;
  private final float[] velocity;
  private final float[] parameterBlock = new float[BLOCK];
  private final float[] gradientBlock = new float[BLOCK];

  MomentumUpdate(
      ParameterLayout layout,
      double momentum,
      double decay,
      boolean everything,
      Transfer transfer) {
    this.segments = Segment.of(layout, decay, everything, transfer);
    this.momentum = (float) momentum;
    this.velocity = new float[Math.toIntExact(layout.size())];
  }

  @Override
  public void apply(FloatBuffer parameters, FloatBuffer gradient, double learningRate) {
    for (Segment segment : segments) {
      float rate = (float) learningRate * segment.rateFactor();
      for (int start = segment.start(); start < segment.end(); start += BLOCK) {
        int size = Math.min(BLOCK, segment.end() - start);
        parameters.get(start, parameterBlock, 0, size);
        gradient.get(start, gradientBlock, 0, size);
        step(start, size, segment.decay(), rate);
        parameters.put(start, parameterBlock, 0, size);
      }
    }
  }

  private void step(int start, int size, float decay, float learningRate) {
    float[] w = parameterBlock;
    float[] g = gradientBlock;
    for (int i = 0; i < size; i++) {
      float v = momentum * velocity[start + i] + (g[i] + decay * w[i]);
      velocity[start + i] = v;
      w[i] -= learningRate * v;
    }
  }

  @Override
  public List<float[]> state() {
    return List.of(velocity);
  }
}
