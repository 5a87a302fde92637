package dev.recipe4j.runtime;

import dev.recipe4j.runtime.data.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Pixels of an AWT image in the form that pre-processing takes. */
final class Pixels {
  private Pixels() {}

  /**
   * Converts an image; transparency is dropped.
   *
   * @param channels 3 for red, green, blue; 1 for luminance
   */
  static Image of(BufferedImage image, int channels) {
    byte[] pixels = new byte[image.getHeight() * image.getWidth() * channels];
    boolean gray = isByteGray(image);
    Raster raster = image.getRaster();
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        // AWT converts gray to RGB through linear light, which would change the values.
        int rgb = gray ? raster.getSample(x, y, 0) * 0x010101 : image.getRGB(x, y);
        if (channels == 1) {
          pixels[at++] = (byte) luminance(rgb);
        } else {
          pixels[at++] = (byte) (rgb >> 16);
          pixels[at++] = (byte) (rgb >> 8);
          pixels[at++] = (byte) rgb;
        }
      }
    }
    return new Image(image.getHeight(), image.getWidth(), channels, pixels);
  }

  private static boolean isByteGray(BufferedImage image) {
    return image.getRaster().getNumBands() == 1
        && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  /** ITU-R 601 in 16-bit fixed point, as PIL's conversion to L; gray stays what it is. */
  private static int luminance(int rgb) {
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
  }
}
