package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.recipe4j.runtime.data.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnhancementTest {
  private static final int PIXELS = 1000;

  /** The table of whole numbers must give what the sum in 32 bits does, near whole numbers too. */
  @Test
  void colourIsTheSumIn32BitsRoundedDown() {
    Random random = new Random(5);
    byte[] pixels = new byte[PIXELS * 3];
    random.nextBytes(pixels);
    Image image = new Image(1, PIXELS, 3, pixels);
    byte[] luma = image.withChannels(1).pixels();
    for (int i = 0; i < 2000; i++) {
      float factor = i % 2 == 0 ? 3 * random.nextFloat() : Math.nextDown((i % 64) / 16f);
      byte[] expected = new byte[pixels.length];
      for (int k = 0; k < pixels.length; k++) {
        int grey = luma[k / 3] & 0xff;
        float sum = grey + factor * ((pixels[k] & 0xff) - grey);
        expected[k] = (byte) Math.min(Math.max((int) sum, 0), 255);
      }
      assertArrayEquals(expected, Enhancement.color(image, factor).pixels(), "factor " + factor);
    }
  }
}
