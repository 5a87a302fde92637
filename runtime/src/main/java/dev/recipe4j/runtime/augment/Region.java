package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;

/**
 * A rectangle of an image, in pixels; it may reach beyond.
 *
 * @param top first row, below 0 if it starts above the image
 * @param left first column, below 0 if it starts left of the image
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
record Region(int top, int left, int height, int width) {
  /** The middle of an image. */
  static Region centre(Image image, int height, int width) {
    return new Region(middle(image.height(), height), middle(image.width(), width), height, width);
  }

  /** An odd pixel as in torchvision's CenterCrop: rounded half to even, or left at the end. */
  private static int middle(int size, int part) {
    return part > size ? -((part - size) / 2) : (int) Math.rint((size - part) / 2.0);
  }

  /**
   * This part of an image, which must lie within it, in other channels and in another size.
   *
   * @param channels 3 or 1
   */
  Image resized(StoredImage image, int channels, int newHeight, int newWidth) {
    if (image.channels() > channels) {
      // Luma first: its rounding comes before that of the resizing.
      Image grey = image.whole().withChannels(channels);
      return Bilinear.resize(grey, this, newHeight, newWidth);
    }
    return Bilinear.resize(image, this, newHeight, newWidth).withChannels(channels);
  }

  /** This part of an image, black where it reaches beyond; the image itself if it is the whole. */
  Image of(Image image) {
    if (height == image.height() && width == image.width()) {
      return image;
    }
    int channels = image.channels();
    byte[] part = new byte[height * width * channels];
    int firstColumn = Math.max(0, left);
    int columns = Math.min(left + width, image.width()) - firstColumn;
    for (int y = Math.max(0, top); y < Math.min(top + height, image.height()); y++) {
      int from = (y * image.width() + firstColumn) * channels;
      int to = ((y - top) * width + firstColumn - left) * channels;
      System.arraycopy(image.pixels(), from, part, to, columns * channels);
    }
    return new Image(height, width, channels, part);
  }
}
