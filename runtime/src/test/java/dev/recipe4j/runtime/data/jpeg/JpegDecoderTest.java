package dev.recipe4j.runtime.data.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.data.Image;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares with what PIL 9.4 (libjpeg-turbo 2.1.5) decodes: every {@code .png} holds the pixels of
 * the {@code .jpg} beside it. The photo is Chelsea, from scikit-image, in the public domain.
 */
class JpegDecoderTest {
  private final JpegDecoder decoder = new JpegDecoder();

  static byte[] file(String name) throws IOException {
    try (InputStream in = JpegDecoderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static Image expected(String name) throws IOException {
    try (InputStream in = JpegDecoderTest.class.getResourceAsStream(name + ".png")) {
      return Image.of(ImageIO.read(Objects.requireNonNull(in, name)));
    }
  }

  private byte[] decode(JpegFile jpeg, int top, int left, int height, int width)
      throws JpegException {
    int channels = jpeg.channels() == 1 ? 1 : 3;
    byte[] pixels = new byte[height * width * channels];
    decoder.decode(
        jpeg, top, left, height, width, (row, samples) -> put(row, samples, width, pixels));
    return pixels;
  }

  private static byte[] part(Image image, int top, int left, int height, int width) {
    byte[] pixels = new byte[height * width * image.channels()];
    image.read(top, left, height, width, (row, samples) -> put(row, samples, width, pixels));
    return pixels;
  }

  private static void put(int row, int[][] samples, int width, byte[] pixels) {
    for (int x = 0; x < width; x++) {
      for (int channel = 0; channel < samples.length; channel++) {
        pixels[(row * width + x) * samples.length + channel] = (byte) samples[channel][x];
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "420",
        "422",
        "440",
        "444",
        "420-low-quality",
        "restarts",
        "grey",
        "cmyk",
        "ycck",
        "rgb",
        "narrow",
        "one-pixel"
      })
  void agreesWithPilToTheByte(String name) throws IOException {
    JpegFile jpeg = JpegFile.of(file(name + ".jpg"));
    assertTrue(jpeg.isDecodable());
    Image expected = expected(name);
    assertEquals(expected.height(), jpeg.height());
    assertEquals(expected.width(), jpeg.width());
    assertArrayEquals(
        expected.pixels(), decode(jpeg, 0, 0, jpeg.height(), jpeg.width()), "whole " + name);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      int height = 1 + random.nextInt(jpeg.height());
      int width = 1 + random.nextInt(jpeg.width());
      int top = random.nextInt(jpeg.height() - height + 1);
      int left = random.nextInt(jpeg.width() - width + 1);
      assertArrayEquals(
          part(expected, top, left, height, width),
          decode(jpeg, top, left, height, width),
          "%s, %dx%d from %d, %d".formatted(name, height, width, top, left));
    }
  }

  /** Whatever rectangle is asked for, so that a file is not sound in one epoch only. */
  @Test
  void everyCutIsFound() throws IOException {
    byte[] whole = file("420.jpg");
    for (int length = 3; length < whole.length; length += 3) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(JpegException.class, () -> decode(JpegFile.of(cut), 0, 0, 8, 8));
    }
  }

  @Test
  void progressiveIsLeftToOthers() throws IOException {
    JpegFile jpeg = JpegFile.of(file("progressive.jpg"));
    assertEquals(83, jpeg.width());
    assertEquals(false, jpeg.isDecodable());
  }
}
