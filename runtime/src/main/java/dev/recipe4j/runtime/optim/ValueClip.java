package dev.recipe4j.runtime.optim;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Bounds each element of the gradient: {@code g = max(-bound, min(bound, g))}, as {@code
 * torch.nn.utils.clip_grad_value_}; a NaN stays one.
 */
final class ValueClip implements Clip {
  private static final int BLOCK = 2048;

  private final List<Segment> trained;
  private final float bound;
  private final float[] block = new float[BLOCK];

  ValueClip(List<Segment> trained, double bound) {
    this.trained = trained;
    this.bound = (float) bound;
  }

  @Override
  public void apply(FloatBuffer gradient) {
    for (Segment segment : trained) {
      for (int start = segment.start(); start < segment.end(); start += BLOCK) {
        bound(gradient, start, Math.min(BLOCK, segment.end() - start));
      }
    }
  }

  private void bound(FloatBuffer gradient, int start, int size) {
    float[] g = block;
    gradient.get(start, g, 0, size);
    for (int i = 0; i < size; i++) {
      g[i] = Math.max(-bound, Math.min(bound, g[i]));
    }
    gradient.put(start, g, 0, size);
  }
}
