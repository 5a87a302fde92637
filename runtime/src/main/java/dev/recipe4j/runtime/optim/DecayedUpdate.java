package dev.recipe4j.runtime.optim;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * The step of an optimiser with weight decay: coupled, {@code g += decay * w} before it, or
 * decoupled, {@code w *= 1 - lr * decay} (arXiv 1711.05101).
 */
final class DecayedUpdate implements Update {
  /** Floats copied to the heap at a time: a few such blocks fit the first-level cache. */
  private static final int BLOCK = 2048;

  /** Where weight decay enters. */
  enum Decay {
    COUPLED,
    DECOUPLED
  }

  private final List<Segment> segments;
  private final Decay decay;
  private final Step step;
  private final float[] parameterBlock = new float[BLOCK];
  private final float[] gradientBlock = new float[BLOCK];

  DecayedUpdate(List<Segment> segments, Decay decay, Step step) {
    this.segments = List.copyOf(segments);
    this.decay = decay;
    this.step = step;
  }

  @Override
  public void apply(
      FloatBuffer parameters, FloatBuffer gradient, double learningRate, long update) {
    for (Segment segment : segments) {
      float rate = (float) learningRate * segment.rateFactor();
      for (int start = segment.start(); start < segment.end(); start += BLOCK) {
        int size = Math.min(BLOCK, segment.end() - start);
        apply(parameters, gradient, start, size, segment.decay(), rate, update);
      }
    }
  }

  /**
   * A method of its own, without a loop: the loops above would be compiled anew each time they are
   * found hot while they run, which took a second in a network of many small layers.
   */
  private void apply(
      FloatBuffer parameters,
      FloatBuffer gradient,
      int start,
      int size,
      float coefficient,
      float learningRate,
      long update) {
    parameters.get(start, parameterBlock, 0, size);
    gradient.get(start, gradientBlock, 0, size);
    decay(size, coefficient, learningRate);
    step.apply(parameterBlock, gradientBlock, start, size, learningRate, update);
    parameters.put(start, parameterBlock, 0, size);
  }

  private void decay(int size, float coefficient, float learningRate) {
    float[] w = parameterBlock;
    float[] g = gradientBlock;
    if (coefficient == 0) {
      return;
    }
    if (decay == Decay.COUPLED) {
      for (int i = 0; i < size; i++) {
        g[i] += coefficient * w[i];
      }
    } else {
      float kept = 1 - learningRate * coefficient;
      for (int i = 0; i < size; i++) {
        w[i] *= kept;
      }
    }
  }

  @Override
  public List<float[]> state() {
    return step.state();
  }
}
