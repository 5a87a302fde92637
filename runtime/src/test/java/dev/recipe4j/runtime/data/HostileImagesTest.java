package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.augment.Decoded;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Damaged and malicious files go through the whole chain: each gives an image or an {@link
 * UnreadableImageException}, never anything else.
 */
class HostileImagesTest {
  private final FloatBuffer batch = FloatBuffers.direct(3 * 16 * 16);

  /** Whether it could be loaded. */
  private boolean load(byte[] file, int number) {
    var chain =
        Decoded.images(3)
            .randomResizedCrop(16, 0.08, 1, 0.75, 4.0 / 3)
            .randomFlip(0.5)
            .normalize(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5))
            .batched();
    try {
      StoredImage image = ImageDecoder.open("it", file);
      chain.load(image, Draw.of(1, 1, number), batch, 0);
      return true;
    } catch (IOException | UnreadableImageException e) {
      return false;
    }
  }

  private static List<byte[]> originals() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name :
        List.of("420.jpg", "restarts.jpg", "grey.jpg", "ycck.jpg", "progressive.jpg", "422.png")) {
      files.add(resource(name));
    }
    BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(resource("narrow.png")));
    for (String format : List.of("gif", "bmp", "png")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      assertTrue(ImageIO.write(image, format, bytes));
      files.add(bytes.toByteArray());
    }
    return files;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = HostileImagesTest.class.getResourceAsStream("jpeg/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static byte[] damaged(byte[] original, Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(original.length) : original.length;
    byte[] file = Arrays.copyOf(original, length);
    if (length == 0) {
      return file;
    }
    int flips = 1 + random.nextInt(8);
    // Half of the damage goes to the header, where it does most.
    int reach = random.nextBoolean() ? Math.min(length, 700) : length;
    for (int i = 0; i < flips; i++) {
      file[random.nextInt(reach)] = (byte) random.nextInt();
    }
    return file;
  }

  private void fuzz(int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> originals = originals();
    int loaded = 0;
    for (int i = 0; i < count; i++) {
      byte[] file = damaged(originals.get(i % originals.size()), random);
      loaded += load(file, i) ? 1 : 0;
    }
    assertTrue(loaded > count / 20 && loaded < count, loaded + " of " + count + " could be loaded");
  }

  @Test
  void damageIsAnErrorOrAnImage() throws IOException {
    fuzz(200, 20261124);
  }

  /** A minute more: run by the profile {@code slow}. */
  @Test
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void muchDamageIsAnErrorOrAnImage() throws IOException {
    fuzz(5000, 7);
  }

  @Test
  void originalsCanBeLoaded() throws IOException {
    for (byte[] file : originals()) {
      assertTrue(load(file, 3));
    }
    assertTrue(load(resource("one-pixel.jpg"), 1), "1x1");
  }

  /** A few bytes that ask for gigabytes. */
  @Test
  void hugeHeadersTakeNoMemory() throws IOException {
    byte[] jpeg = resource("420.jpg");
    for (int i = 2; i + 9 < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        putShort(jpeg, i + 5, 60_000);
        putShort(jpeg, i + 7, 60_000);
        break;
      }
    }
    assertRefused("60000x60000 pixels, more than 89 million", jpeg);

    byte[] png = resource("422.png");
    for (int i = 16; i < 24; i += 4) {
      putShort(png, i, 0);
      putShort(png, i + 2, 60_000);
    }
    // The checksum of the header.
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(png, 12, 17);
    putShort(png, 29, (int) (sum.getValue() >> 16));
    putShort(png, 31, (int) sum.getValue());
    assertRefused("60000x60000 pixels, more than 89 million", png);
  }

  @Test
  void zeroSizesAndOtherFilesAreRefused() throws IOException {
    byte[] jpeg = resource("420.jpg");
    for (int i = 2; i + 9 < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        putShort(jpeg, i + 7, 0);
        break;
      }
    }
    assertRefused("it is 0x69 with 3 colours", jpeg);
    assertRefused(
        "neither JPEG, PNG, BMP nor GIF",
        "<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertRefused("neither JPEG, PNG, BMP nor GIF", new byte[0]);
    assertRefused("neither JPEG, PNG, BMP nor GIF", new byte[5000]);
  }

  private static void putShort(byte[] file, int at, int value) {
    file[at] = (byte) (value >> 8);
    file[at + 1] = (byte) value;
  }

  private static void assertRefused(String message, byte[] file) {
    IOException thrown = assertThrows(IOException.class, () -> ImageDecoder.open("it", file));
    assertEquals(message, thrown.getMessage());
  }
}
