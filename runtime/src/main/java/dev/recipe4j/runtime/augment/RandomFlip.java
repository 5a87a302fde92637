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
      for (int x = 0, to = row + length - channels; x < length; x += channels, to -= channels) {
        for (int channel = 0; channel < channels; channel++) {
          mirrored[to + channel] = from[row + x + channel];
        }
      }
    }
    return new Image(image.height(), image.width(), channels, mirrored);
  }
}
