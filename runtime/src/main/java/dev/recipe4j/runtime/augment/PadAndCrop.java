package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/** A random part, of the image's own size, of the image with a border of zeros (black). */
record PadAndCrop(int pad) implements ImageOperation {
  PadAndCrop {
    if (pad < 0) {
      throw new IllegalArgumentException("a border of " + pad + " pixels; write 0 or more");
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    int top = draw.below(2 * pad + 1);
    int left = draw.below(2 * pad + 1);
    return new Region(top, left, image.height(), image.width()).of(padded(image));
  }

  /** The image with the border on all four sides. */
  Image padded(Image image) {
    int channels = image.channels();
    int height = image.height() + 2 * pad;
    int width = image.width() + 2 * pad;
    byte[] pixels = new byte[height * width * channels];
    int length = image.width() * channels;
    for (int y = 0; y < image.height(); y++) {
      int to = ((y + pad) * width + pad) * channels;
      System.arraycopy(image.pixels(), y * length, pixels, to, length);
    }
    return new Image(height, width, channels, pixels);
  }
}
