package dev.recipe4j.runtime.data.jpeg;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegEndTest {
  private static byte[] picture(String format) throws IOException {
    Random random = new Random(1);
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  @Test
  void anyCutIsFound() throws IOException {
    byte[] whole = picture("jpg");
    assertFalse(JpegEnd.isLackingIn(whole));
    assertFalse(JpegEnd.isLackingIn(Arrays.copyOf(whole, whole.length + 10)));
    for (int length = 2; length < whole.length; length++) {
      assertTrue(JpegEnd.isLackingIn(Arrays.copyOf(whole, length)), "cut to " + length);
    }
  }

  @Test
  void anEmbeddedPreviewIsNotTheEnd() throws IOException {
    byte[] whole = picture("jpg");
    byte[] preview = {(byte) 0xff, (byte) 0xe1, 0, 6, (byte) 0xff, (byte) 0xd9, 0, 0};
    byte[] both = new byte[whole.length + preview.length];
    System.arraycopy(whole, 0, both, 0, 2);
    System.arraycopy(preview, 0, both, 2, preview.length);
    System.arraycopy(whole, 2, both, 2 + preview.length, whole.length - 2);
    assertFalse(JpegEnd.isLackingIn(both));
    assertTrue(JpegEnd.isLackingIn(Arrays.copyOf(both, both.length - 2)));
  }
}
