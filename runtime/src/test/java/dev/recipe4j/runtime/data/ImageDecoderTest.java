package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void keepsColours(String format) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x0180ff);
    image.setRGB(1, 0, 0x203040);

    Image decoded = ImageDecoder.decode(written(image, format));

    assertEquals("Image[1x2x3]", decoded.toString());
    assertArrayEquals(bytes(0x01, 0x80, 0xff, 0x20, 0x30, 0x40), decoded.pixels());
  }

  @Test
  void keepsGreyValues() throws IOException {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int v = 0; v < 256; v++) {
      image.getRaster().setSample(v, 0, 0, v);
    }

    Image decoded = ImageDecoder.decode(written(image, "png"));

    assertEquals(1, decoded.channels());
    for (int v = 0; v < 256; v++) {
      assertEquals((byte) v, decoded.pixels()[v]);
    }
  }

  @Test
  void keepsTheUpperByteOfSixteenBits() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 0xABCD);

    assertArrayEquals(bytes(0xAB), ImageDecoder.decode(written(image, "png")).pixels());
  }

  @Test
  void dropsAlpha() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00102030);

    assertArrayEquals(bytes(0x10, 0x20, 0x30), ImageDecoder.decode(written(image, "png")).pixels());
  }

  @Test
  void resolvesPalettes() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(0, 0, 0xffffff);

    for (String format : new String[] {"png", "gif"}) {
      assertArrayEquals(
          bytes(0xff, 0xff, 0xff), ImageDecoder.decode(written(image, format)).pixels(), format);
    }
  }

  @Test
  void readsGreyAndColourJpeg() throws IOException {
    BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 8, 8, 0, filled(64, 100));
    Image decoded = ImageDecoder.decode(written(grey, "jpg"));
    assertEquals("Image[8x8x1]", decoded.toString());
    assertEquals(100, decoded.pixels()[0] & 0xff, 1);

    BufferedImage colour = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    colour.setRGB(0, 0, 8, 8, filled(64, 0xC86432), 0, 8);
    decoded = ImageDecoder.decode(written(colour, "jpg"));
    assertEquals("Image[8x8x3]", decoded.toString());
    assertEquals(0xC8, decoded.pixels()[0] & 0xff, 3);
    assertEquals(0x64, decoded.pixels()[1] & 0xff, 3);
    assertEquals(0x32, decoded.pixels()[2] & 0xff, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAsExifSays(int orientation) throws IOException {
    Image turned = ImageDecoder.decode(resource("jpeg/orientation-%d.jpg".formatted(orientation)));
    Image expected =
        ImageDecoder.decode(resource("jpeg/orientation-%d.png".formatted(orientation)));

    assertEquals(expected.toString(), turned.toString());
    assertArrayEquals(expected.pixels(), turned.pixels());
  }

  /** Progressive files are left to the class library, whose decoder is libjpeg's. */
  @Test
  void readsProgressiveAsPilDoes() throws IOException {
    assertArrayEquals(
        ImageDecoder.decode(resource("jpeg/progressive.png")).pixels(),
        ImageDecoder.decode(resource("jpeg/progressive.jpg")).pixels());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImageDecoderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void rejectsDamage() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    byte[] png = written(image, "png");

    assertThrows(IOException.class, () -> ImageDecoder.decode(new byte[0]));
    assertThrows(IOException.class, () -> ImageDecoder.decode(Arrays.copyOf(png, png.length / 2)));
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no writer of " + format + " for this image");
    }
    return bytes.toByteArray();
  }

  private static int[] filled(int length, int value) {
    int[] values = new int[length];
    Arrays.fill(values, value);
    return values;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
