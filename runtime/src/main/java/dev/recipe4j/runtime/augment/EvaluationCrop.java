package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/**
 * The shorter side resized to a length, the aspect ratio kept; then the square in the middle, with
 * a black border where it is larger.
 */
record EvaluationCrop(int resize, int crop) implements ImageOperation {
  EvaluationCrop {
    if (crop < 1 || resize < 1) {
      throw new IllegalArgumentException(
          "a crop of %d out of a shorter side of %d; write 1 or more".formatted(crop, resize));
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    Image resized = shorterSide(image);
    return Region.centre(resized, crop, crop).of(resized);
  }

  /** The image with its shorter side resized; the longer one rounded down, as torchvision does. */
  Image shorterSide(Image image) {
    int shorter = Math.min(image.height(), image.width());
    int height = (int) ((long) resize * image.height() / shorter);
    int width = (int) ((long) resize * image.width() / shorter);
    return Bilinear.resize(image, height, width);
  }

  @Override
  public Shape shape(Shape image) {
    return new Shape(image.channels(), crop, crop);
  }
}
