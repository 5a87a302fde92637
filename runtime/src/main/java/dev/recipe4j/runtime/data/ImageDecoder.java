package dev.recipe4j.runtime.data;

import dev.recipe4j.runtime.data.jpeg.JpegFile;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Decodes JPEG, PNG, BMP and GIF (its first picture). Grey stays grey; a palette becomes RGB; alpha
 * is dropped, as PIL's {@code convert("RGB")} does, and so is a colour profile; of 16 bits the
 * upper 8 are kept. JPEG with four colours is taken for inverted CMYK, as Adobe writes it, and a
 * JPEG is turned as its EXIF says.
 */
final class ImageDecoder {
  /** As PIL's MAX_IMAGE_PIXELS: a quarter of a gigabyte in RGB. */
  private static final long MOST_PIXELS = (1L << 28) / 3;

  /** The file's samples, their copy in the class library, and ours. */
  private static final int BYTES_PER_PIXEL = 16;

  /** Of a JPEG that is not progressive: a block of 64 takes two bits at least. */
  private static final int MOST_PIXELS_PER_BYTE = 256;

  private ImageDecoder() {}

  /**
   * The image in the bytes of a file.
   *
   * @throws IOException if they are damaged or in a form that is not supported
   */
  static Image decode(byte[] file) throws IOException {
    try {
      return open("it", file).whole();
    } catch (UnreadableImageException e) {
      throw new IOException(e.reason(), e);
    }
  }

  /**
   * The image in the bytes of a file; if it is an ordinary JPEG, no pixel is decoded yet.
   *
   * @param name what messages call it
   * @throws IOException if they are damaged or in a form that is not supported
   */
  static StoredImage open(String name, byte[] file) throws IOException {
    if (!JpegFile.isOne(file)) {
      return OtherImages.read(file);
    }
    JpegFile jpeg = JpegFile.of(file);
    requireMemory(jpeg.height(), jpeg.width());
    boolean isTooShort =
        jpeg.isDecodable()
            ? (long) jpeg.height() * jpeg.width() / MOST_PIXELS_PER_BYTE > file.length
            : jpeg.isCutShort();
    if (isTooShort) {
      throw new IOException("cut short");
    }
    StoredImage image = jpeg.isDecodable() ? new JpegImage(name, jpeg) : OtherImages.read(file);
    return jpeg.orientation() == 1 ? image : Orientation.upright(image.whole(), jpeg.orientation());
  }

  /**
   * Refuses a size before memory is taken for it: a header of a few bytes can ask for gigabytes.
   */
  static void requireMemory(int height, int width) throws IOException {
    long pixels = (long) height * width;
    if (pixels > MOST_PIXELS) {
      throw new IOException(
          "%dx%d pixels, more than %d million".formatted(width, height, MOST_PIXELS / 1_000_000));
    }
    long needed = pixels * BYTES_PER_PIXEL;
    long heap = Runtime.getRuntime().maxMemory();
    if (needed > heap / 2) {
      throw new IOException(
          "%dx%d pixels take %d MB to decode, the Java heap has %d MB: raise -Xmx"
              .formatted(width, height, needed >> 20, heap >> 20));
    }
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
