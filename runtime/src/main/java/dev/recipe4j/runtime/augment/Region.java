package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;

/**
 * A rectangle of an image, in pixels.
 *
 * @param top first row
 * @param left first column
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
record Region(int top, int left, int height, int width) {
  /** The middle, an odd pixel rounded half to even as torchvision's CenterCrop does. */
  static Region centre(Image image, int height, int width) {
    int top = (int) Math.rint((image.height() - height) / 2.0);
    int left = (int) Math.rint((image.width() - width) / 2.0);
    return new Region(top, left, height, width);
  }

  /** This part of an image that contains it; the image itself if it is the whole. */
  Image of(Image image) {
    if (height == image.height() && width == image.width()) {
      return image;
    }
    int channels = image.channels();
    byte[] part = new byte[height * width * channels];
    int length = width * channels;
    for (int y = 0; y < height; y++) {
      int from = ((top + y) * image.width() + left) * channels;
      System.arraycopy(image.pixels(), from, part, y * length, length);
    }
    return new Image(height, width, channels, part);
  }
}
