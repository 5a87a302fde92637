package dev.recipe4j.runtime.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A decoded image of 8-bit samples, RGB or grey.
 *
 * <p>An image may be shared between threads and epochs: nobody writes to its pixels once it exists.
 * Two images are equal only if they share the array of their pixels.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels 3 (red, green, blue) or 1 (grey)
 * @param pixels unsigned bytes, rows x columns x channels; not copied
 */
// An array is the point of this class: a copy for each access would cost more than most operations.
@SuppressWarnings("ArrayRecordComponent")
public record Image(int height, int width, int channels, byte[] pixels) implements StoredImage {
  // ITU-R 601 luma in 16-bit fixed point, as PIL's convert("L"); the weights sum to 65536, so that
  // equal channels keep their value.
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final int HALF = 1 << 15;

  /**
   * @throws IllegalArgumentException if the number of pixels contradicts the size, or there are
   *     neither 1 nor 3 channels
   */
  public Image {
    if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "an image of %d channels, %dx%d".formatted(channels, height, width));
    }
    if (pixels.length != (long) height * width * channels) {
      throw new IllegalArgumentException(
          "%d samples for %dx%dx%d".formatted(pixels.length, height, width, channels));
    }
  }

  /**
   * The image in a file: JPEG, PNG, BMP, or the first picture of a GIF.
   *
   * @throws UnreadableImageException if it cannot be read or decoded
   */
  public static Image read(Path file) {
    return open(file, file.toString()).whole();
  }

  /**
   * As {@link #read}, but without decoding what can be decoded later.
   *
   * @param name what messages call it
   * @throws UnreadableImageException if the file cannot be read, or its header makes no sense
   */
  static StoredImage open(Path file, String name) {
    try {
      return ImageDecoder.open(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UnreadableImageException(name, e);
    }
  }

  /**
   * The pixels of an AWT image, converted as those of a file are.
   *
   * @throws DataException if its colours are neither RGB nor grey
   */
  public static Image of(BufferedImage image) {
    try {
      return ImageDecoder.convert(image);
    } catch (IOException e) {
      throw new DataException(
          "the image cannot be converted (%s); convert it to RGB".formatted(e.getMessage()), e);
    }
  }

  /**
   * This image in RGB (3) or grey (1): grey is repeated, RGB becomes its luma.
   *
   * @throws IllegalArgumentException if the number is neither 1 nor 3
   */
  public Image withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    return switch (wanted) {
      case 1 -> luma();
      case 3 -> repeated();
      default -> throw new IllegalArgumentException("an image of " + wanted + " channels");
    };
  }

  private Image luma() {
    byte[] grey = new byte[height * width];
    for (int i = 0, from = 0; i < grey.length; i++, from += 3) {
      int sum =
          RED * (pixels[from] & 0xff)
              + GREEN * (pixels[from + 1] & 0xff)
              + BLUE * (pixels[from + 2] & 0xff);
      grey[i] = (byte) ((sum + HALF) >> 16);
    }
    return new Image(height, width, 1, grey);
  }

  private Image repeated() {
    byte[] rgb = new byte[Math.multiplyExact(pixels.length, 3)];
    for (int i = 0, to = 0; i < pixels.length; i++) {
      rgb[to++] = pixels[i];
      rgb[to++] = pixels[i];
      rgb[to++] = pixels[i];
    }
    return new Image(height, width, 3, rgb);
  }

  /** The same for AWT: a copy in RGB. */
  public BufferedImage buffered() {
    byte[] rgb = withChannels(3).pixels();
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < rgb.length; i += 3) {
      int colour = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
      buffered.setRGB(i / 3 % width, i / 3 / width, colour);
    }
    return buffered;
  }

  @Override
  public Image whole() {
    return this;
  }

  @Override
  public void read(int top, int left, int height, int width, Rows to) {
    int[][] samples = new int[channels][width];
    for (int y = 0; y < height; y++) {
      int start = ((top + y) * this.width + left) * channels;
      for (int channel = 0; channel < channels; channel++) {
        int[] values = samples[channel];
        for (int x = 0, at = start + channel; x < width; x++, at += channels) {
          values[x] = pixels[at] & 0xff;
        }
      }
      to.take(y, samples);
    }
  }

  @Override
  public String toString() {
    return "Image[" + height + "x" + width + "x" + channels + "]";
  }
}
