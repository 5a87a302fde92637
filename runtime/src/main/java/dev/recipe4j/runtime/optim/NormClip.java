package dev.recipe4j.runtime.optim;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Shortens the gradient of all trained parameters to a Euclidean norm (arXiv 1211.5063): {@code g
 * *= min(1, norm / (|g| + 1e-6))}, as {@code torch.nn.utils.clip_grad_norm_}. A norm that is NaN
 * makes every element NaN, so that the run stops instead of going on with a part of its gradient.
 */
final class NormClip implements Clip {
  /** Torch's, so that a gradient of zeros is divided by something. */
  private static final double ADDED = 1e-6;

  private static final int BLOCK = 2048;

  private final List<Segment> trained;
  private final double norm;
  private final float[] block = new float[BLOCK];

  NormClip(List<Segment> trained, double norm) {
    this.trained = trained;
    this.norm = norm;
  }

  @Override
  public void apply(FloatBuffer gradient) {
    double squares = 0;
    for (Segment segment : trained) {
      for (int start = segment.start(); start < segment.end(); start += BLOCK) {
        squares += squares(gradient, start, Math.min(BLOCK, segment.end() - start));
      }
    }
    double factor = Math.min(1, norm / (Math.sqrt(squares) + ADDED));
    if (factor == 1) {
      return;
    }
    for (Segment segment : trained) {
      for (int start = segment.start(); start < segment.end(); start += BLOCK) {
        scale(gradient, start, Math.min(BLOCK, segment.end() - start), (float) factor);
      }
    }
  }

  /** In 64 bits: millions of small squares would be lost beside a large sum of 32. */
  private double squares(FloatBuffer gradient, int start, int size) {
    float[] g = block;
    gradient.get(start, g, 0, size);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) g[i] * g[i];
    }
    return sum;
  }

  private void scale(FloatBuffer gradient, int start, int size, float factor) {
    float[] g = block;
    gradient.get(start, g, 0, size);
    for (int i = 0; i < size; i++) {
      g[i] *= factor;
    }
    gradient.put(start, g, 0, size);
  }
}
