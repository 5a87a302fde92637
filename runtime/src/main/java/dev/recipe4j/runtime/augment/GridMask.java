package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import java.nio.FloatBuffer;

/**
 * Bands of rows and bands of columns set to 0: their common period is uniform from {@code d1} to
 * {@code d2 - 1}, their places are independent (Chen et al., arXiv 2001.04086, in the form of
 * PaddleClas's mode 0, which deletes the bands). The probability rises linearly over the first
 * epochs to 1. PaddleClas draws the mask half as large again, to turn it, and turns it by 0
 * degrees: without that a mask has the same distribution.
 */
record GridMask(int d1, int d2, double ratio, int rampEpochs) implements PlaneOperation {
  GridMask {
    if (d1 < 2 || d2 <= d1) {
      throw new IllegalArgumentException(
          "periods from %d to below %d; write 2 <= d1 < d2".formatted(d1, d2));
    }
    if (!(ratio > 0 && ratio < 1)) {
      throw new IllegalArgumentException(
          "bands of %s of the period; write more than 0 and less than 1".formatted(ratio));
    }
    if (rampEpochs < 1) {
      throw new IllegalArgumentException(
          "a ramp of %d epochs; write 1 or more".formatted(rampEpochs));
    }
  }

  @Override
  public void apply(FloatBuffer batch, int start, Shape shape, Draw draw) {
    if (draw.chance(probability(draw.epoch()))) {
      mask(batch, start, shape, draw);
    }
  }

  /** Probability in an epoch, counted from 1. */
  double probability(int epoch) {
    return Math.min(1, (double) epoch / rampEpochs);
  }

  void mask(FloatBuffer batch, int start, Shape shape, Draw draw) {
    int period = d1 + draw.below(d2 - d1);
    int band = Math.min(Math.max((int) (period * ratio + 0.5), 1), period - 1);
    // A band that begins above or left of the image reaches into it.
    for (int top = draw.below(period) - period; top < shape.height(); top += period) {
      new Hole(top, 0, band, shape.width()).erase(batch, start, shape);
    }
    for (int left = draw.below(period) - period; left < shape.width(); left += period) {
      new Hole(0, left, shape.height(), band).erase(batch, start, shape);
    }
  }
}
