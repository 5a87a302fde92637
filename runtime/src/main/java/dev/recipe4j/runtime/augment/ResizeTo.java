package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/** The whole image, resized to a square whatever its aspect ratio. */
record ResizeTo(int size) implements ImageOperation {
  ResizeTo {
    if (size < 1) {
      throw new IllegalArgumentException("a square of side " + size + "; write 1 or more");
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    return Bilinear.resize(image, size, size);
  }

  @Override
  public Shape shape(Shape image) {
    return new Shape(image.channels(), size, size);
  }
}
