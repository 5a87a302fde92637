package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/** The image mirrored left to right with a probability. */
record RandomFlip(double probability) implements ImageOperation {
  RandomFlip {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability of " + probability + "; write 0 to 1");
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    return draw.chance(probability) ? mirrored(image) : image;
  }

  static Image mirrored(Image image) {
    int channels = image.channels();
    int length = image.width() * channels;
    byte[] from = image.pixels();
    byte[] mirrored = new byte[from.length];
    for (int row = 0; row < from.length; row += length) {
      if (channels == 3) {
        mirrorRgb(from, row, mirrored, length);
      } else {
        mirror(from, row, mirrored, length);
      }
    }
    return new Image(image.height(), image.width(), channels, mirrored);
  }

  private static void mirrorRgb(byte[] from, int row, byte[] to, int length) {
    for (int x = row, mirror = row + length - 3; mirror >= row; x += 3, mirror -= 3) {
      to[mirror] = from[x];
      to[mirror + 1] = from[x + 1];
      to[mirror + 2] = from[x + 2];
    }
  }

  private static void mirror(byte[] from, int row, byte[] to, int length) {
    for (int x = row, mirror = row + length - 1; mirror >= row; x++, mirror--) {
      to[mirror] = from[x];
    }
  }
}
