package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;

/**
 * A random part of the image, resized to a square. The aspect ratio is uniform and the area is
 * limited to what fits, as PaddleClas's RandCropImage does; torchvision draws the logarithm of the
 * ratio and tries again instead, which gives other areas for images that are not square.
 */
record RandomResizedCrop(
    int size, double minScale, double maxScale, double minRatio, double maxRatio)
    implements RegionalOperation {
  /** Keeps a side that is a whole number from being cut by one through the error of the root. */
  private static final double ROUNDING = 1e-9;

  RandomResizedCrop {
    if (size < 1) {
      throw new IllegalArgumentException("a square of side " + size + "; write 1 or more");
    }
    if (!(0 < minScale && minScale <= maxScale && maxScale <= 1)) {
      throw new IllegalArgumentException(
          "scales from %s to %s; write 0 < minScale <= maxScale <= 1"
              .formatted(minScale, maxScale));
    }
    if (!(0 < minRatio && minRatio <= maxRatio && Double.isFinite(maxRatio))) {
      throw new IllegalArgumentException(
          "ratios from %s to %s; write 0 < minRatio <= maxRatio".formatted(minRatio, maxRatio));
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    return Bilinear.resize(region(image.height(), image.width(), draw).of(image), size, size);
  }

  @Override
  public Image applyToStored(StoredImage image, int channels, Draw draw) {
    Region region = region(image.height(), image.width(), draw);
    return region.resized(image, channels, size, size);
  }

  Region region(int height, int width, Draw draw) {
    double ratio = draw.uniform(minRatio, maxRatio);
    double wholeRatio = (double) width / height;
    double fitting = Math.min(wholeRatio / ratio, ratio / wholeRatio);
    double scale = draw.uniform(Math.min(minScale, fitting), Math.min(maxScale, fitting));
    double area = (double) width * height * scale;
    int cropWidth = side(area * ratio, width);
    int cropHeight = side(area / ratio, height);
    int left = draw.below(width - cropWidth + 1);
    int top = draw.below(height - cropHeight + 1);
    return new Region(top, left, cropHeight, cropWidth);
  }

  private static int side(double square, int limit) {
    return Math.min(Math.max((int) (Math.sqrt(square) + ROUNDING), 1), limit);
  }

  @Override
  public Shape shape(Shape image) {
    return new Shape(image.channels(), size, size);
  }
}
