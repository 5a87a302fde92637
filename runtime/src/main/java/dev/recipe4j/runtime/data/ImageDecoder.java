package dev.recipe4j.runtime.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEG, PNG, BMP and GIF (its first picture). Grey stays grey; a palette becomes RGB; alpha
 * is dropped, as PIL's {@code convert("RGB")} does, and so is a colour profile; of 16 bits the
 * upper 8 are kept.
 */
final class ImageDecoder {
  private ImageDecoder() {}

  /**
   * The image in the bytes of a file.
   *
   * @throws IOException if they are damaged or in a form that is not supported, such as CMYK
   */
  static Image decode(byte[] file) throws IOException {
    BufferedImage image = read(file);
    if (image == null) {
      throw new IOException("neither JPEG, PNG, BMP nor GIF");
    }
    return convert(image);
  }

  /**
   * The pixels of a decoded image.
   *
   * @throws IOException if its colours are neither RGB nor grey
   */
  static Image convert(BufferedImage image) throws IOException {
    if (!(image.getColorModel() instanceof ComponentColorModel model)) {
      return colours(image);
    }
    int shift = DataBuffer.getDataTypeSize(model.getTransferType()) - Byte.SIZE;
    if (shift != 0 && shift != Byte.SIZE) {
      throw new IOException("samples of " + (shift + Byte.SIZE) + " bits");
    }
    return switch (model.getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> samples(image.getRaster(), 1, shift);
      case ColorSpace.TYPE_RGB -> samples(image.getRaster(), 3, shift);
      default -> throw new IOException("colours other than RGB and grey");
    };
  }

  private static @Nullable BufferedImage read(byte[] file) throws IOException {
    // Not ImageIO.read(InputStream): that writes a temporary file for every image.
    try {
      return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
    } catch (RuntimeException e) {
      // The readers of the class library answer some damaged files with unchecked exceptions.
      throw new IOException("damaged: " + e, e);
    }
  }

  /**
   * The stored samples, untouched: the colour model would bend grey values, which it takes for
   * linear light.
   */
  private static Image samples(Raster raster, int channels, int shift) {
    int height = raster.getHeight();
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] pixels = new byte[height * width * channels];
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        for (int channel = 0; channel < channels; channel++) {
          pixels[to++] = (byte) (row[from + channel] >> shift);
        }
      }
    }
    return new Image(height, width, channels, pixels);
  }

  /** Palettes and packed pixels, which the colour model resolves exactly. */
  private static Image colours(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    byte[] pixels = new byte[height * width * 3];
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int rgb : row) {
        pixels[to++] = (byte) (rgb >> 16);
        pixels[to++] = (byte) (rgb >> 8);
        pixels[to++] = (byte) rgb;
      }
    }
    return new Image(height, width, 3, pixels);
  }
}
