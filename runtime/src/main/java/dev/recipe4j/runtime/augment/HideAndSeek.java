package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import java.nio.FloatBuffer;

/**
 * A grid of square cells from the top left corner, each hidden with probability 1/2; the side of a
 * cell is drawn for each image, and one of five images is left as it is (Singh and Lee, arXiv
 * 1704.04232).
 */
record HideAndSeek() implements PlaneOperation {
  private static final int[] SIDES = {0, 16, 32, 44, 56};
  private static final double HIDDEN = 0.5;

  @Override
  public void apply(FloatBuffer batch, int start, Shape shape, Draw draw) {
    int side = SIDES[draw.below(SIDES.length)];
    if (side > 0) {
      hide(side, batch, start, shape, draw);
    }
  }

  static void hide(int side, FloatBuffer batch, int start, Shape shape, Draw draw) {
    for (int top = 0; top < shape.height(); top += side) {
      for (int left = 0; left < shape.width(); left += side) {
        if (draw.chance(HIDDEN)) {
          new Hole(top, left, side, side).erase(batch, start, shape);
        }
      }
    }
  }
}
