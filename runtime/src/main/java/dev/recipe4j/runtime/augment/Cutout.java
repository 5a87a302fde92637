package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import java.nio.FloatBuffer;

/**
 * One square hole with a uniform centre, cut at the border (DeVries and Taylor, arXiv 1708.04552).
 */
record Cutout(int side) implements PlaneOperation {
  Cutout {
    if (side < 1) {
      throw new IllegalArgumentException("a hole of side " + side + "; write 1 or more");
    }
  }

  @Override
  public void apply(FloatBuffer batch, int start, Shape shape, Draw draw) {
    hole(shape, draw).erase(batch, start, shape);
  }

  Hole hole(Shape shape, Draw draw) {
    int y = draw.below(shape.height());
    int x = draw.below(shape.width());
    return new Hole(y - side / 2, x - side / 2, side, side).within(shape);
  }
}
