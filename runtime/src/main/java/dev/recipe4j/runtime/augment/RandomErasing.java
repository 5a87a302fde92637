package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * One rectangular hole, with a probability: its area and its aspect ratio, height / width, are
 * uniform; one that does not fit inside is drawn again (Zhong et al., arXiv 1708.04896; values of
 * PaddleClas, where torchvision and timm draw the logarithm of the ratio).
 */
record RandomErasing(double probability, double minArea, double maxArea, double minAspect)
    implements PlaneOperation {
  private static final int TRIES = 100;

  RandomErasing {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability of " + probability + "; write 0 to 1");
    }
    if (!(0 < minArea && minArea <= maxArea && maxArea <= 1)) {
      throw new IllegalArgumentException(
          "areas from %s to %s; write 0 < minArea <= maxArea <= 1".formatted(minArea, maxArea));
    }
    if (!(0 < minAspect && minAspect <= 1)) {
      throw new IllegalArgumentException(
          "a smallest height / width of %s; write more than 0 and at most 1".formatted(minAspect));
    }
  }

  @Override
  public void apply(FloatBuffer batch, int start, Shape shape, Draw draw) {
    if (draw.chance(probability)) {
      hole(shape, draw).ifPresent(hole -> hole.erase(batch, start, shape));
    }
  }

  /** The hole; empty if an image is so small that none fits. */
  Optional<Hole> hole(Shape shape, Draw draw) {
    double whole = (double) shape.height() * shape.width();
    for (int i = 0; i < TRIES; i++) {
      double area = whole * draw.uniform(minArea, maxArea);
      double aspect = draw.uniform(minAspect, 1 / minAspect);
      int height = Math.max((int) Math.rint(Math.sqrt(area * aspect)), 1);
      int width = Math.max((int) Math.rint(Math.sqrt(area / aspect)), 1);
      if (height < shape.height() && width < shape.width()) {
        int top = draw.below(shape.height() - height + 1);
        int left = draw.below(shape.width() - width + 1);
        return Optional.of(new Hole(top, left, height, width));
      }
    }
    return Optional.empty();
  }
}
