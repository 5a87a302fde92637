package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;

/**
 * A turn of every colour around the circle of hues, through 8-bit HSV as PIL converts it: coarse,
 * but what every model published with PIL was trained on.
 */
final class Hue {
  private static final int LEVELS = 256;
  private static final double BRIGHTEST = 255.0;

  private Hue() {}

  /**
   * The image with its hues turned; a grey image has none.
   *
   * @param turn share of the circle, -0.5 to 0.5
   */
  static Image turn(Image image, double turn) {
    int steps = (int) (turn * BRIGHTEST) & 0xff;
    if (image.channels() == 1) {
      return image;
    }
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i += 3) {
      int red = from[i] & 0xff;
      int green = from[i + 1] & 0xff;
      int blue = from[i + 2] & 0xff;
      int value = Math.max(red, Math.max(green, blue));
      int chroma = value - Math.min(red, Math.min(green, blue));
      int saturation = chroma == 0 ? 0 : (int) ((float) chroma / value * BRIGHTEST);
      if (saturation == 0) {
        to[i] = (byte) value;
        to[i + 1] = (byte) value;
        to[i + 2] = (byte) value;
      } else {
        int hue = (hue(red, green, blue, value, chroma) + steps) % LEVELS;
        write(hue, saturation, value, to, i);
      }
    }
    return new Image(image.height(), image.width(), 3, to);
  }

  private static int hue(int red, int green, int blue, int value, int chroma) {
    float span = chroma;
    float fromRed = (value - red) / span;
    float fromGreen = (value - green) / span;
    float fromBlue = (value - blue) / span;
    float sixth;
    if (red == value) {
      sixth = fromBlue - fromGreen;
    } else if (green == value) {
      sixth = (float) (2.0 + fromRed - fromBlue);
    } else {
      sixth = (float) (4.0 + fromGreen - fromRed);
    }
    float hue = (float) ((sixth / 6.0 + 1.0) % 1.0);
    return (int) (hue * BRIGHTEST);
  }

  private static void write(int hue, int saturation, int value, byte[] to, int at) {
    double position = hue * 6.0 / BRIGHTEST;
    int sector = (int) position;
    float rest = (float) (position - sector);
    float share = (float) (saturation / BRIGHTEST);
    byte lowest = rounded(value * (1.0 - share));
    byte falling = rounded(value * (1.0 - share * rest));
    byte rising = rounded(value * (1.0 - share * (1.0 - rest)));
    byte highest = (byte) value;
    switch (sector % 6) {
      case 0 -> put(to, at, highest, rising, lowest);
      case 1 -> put(to, at, falling, highest, lowest);
      case 2 -> put(to, at, lowest, highest, rising);
      case 3 -> put(to, at, lowest, falling, highest);
      case 4 -> put(to, at, rising, lowest, highest);
      default -> put(to, at, highest, lowest, falling);
    }
  }

  private static byte rounded(double sample) {
    return ToneTables.clipped((int) Math.floor(sample + 0.5));
  }

  private static void put(byte[] to, int at, byte red, byte green, byte blue) {
    to[at] = red;
    to[at + 1] = green;
    to[at + 2] = blue;
  }
}
