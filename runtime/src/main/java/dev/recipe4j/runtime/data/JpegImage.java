package dev.recipe4j.runtime.data;

import dev.recipe4j.runtime.data.jpeg.JpegDecoder;
import dev.recipe4j.runtime.data.jpeg.JpegException;
import dev.recipe4j.runtime.data.jpeg.JpegFile;

/**
 * An upright JPEG, decoded as far as it is wanted.
 *
 * @param name what messages call it
 * @param file its bytes and header
 */
record JpegImage(String name, JpegFile file) implements StoredImage {
  private static final ThreadLocal<JpegDecoder> DECODER = ThreadLocal.withInitial(JpegDecoder::new);

  @Override
  public int height() {
    return file.height();
  }

  @Override
  public int width() {
    return file.width();
  }

  @Override
  public int channels() {
    return file.channels() == 1 ? 1 : 3;
  }

  @Override
  public Image whole() {
    int channels = channels();
    int length = width() * channels;
    byte[] pixels = new byte[Math.multiplyExact(height(), length)];
    read(
        0,
        0,
        height(),
        width(),
        (row, samples) -> {
          for (int channel = 0; channel < channels; channel++) {
            int[] values = samples[channel];
            for (int x = 0, at = row * length + channel; x < width(); x++, at += channels) {
              pixels[at] = (byte) values[x];
            }
          }
        });
    return new Image(height(), width(), channels, pixels);
  }

  @Override
  public void read(int top, int left, int height, int width, Rows to) {
    try {
      DECODER.get().decode(file, top, left, height, width, to::take);
    } catch (JpegException e) {
      throw new UnreadableImageException(name, e);
    }
  }
}
