package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImageTest {
  @Test
  void convertsBetweenGreyAndRgb() {
    Image grey = new Image(1, 2, 1, new byte[] {7, (byte) 200});

    Image rgb = grey.withChannels(3);

    assertArrayEquals(new byte[] {7, 7, 7, (byte) 200, (byte) 200, (byte) 200}, rgb.pixels());
    assertArrayEquals(grey.pixels(), rgb.withChannels(1).pixels());
    assertSame(grey, grey.withChannels(1));
  }

  @Test
  void weighsColoursLikePil() {
    Image rgb =
        new Image(1, 3, 3, new byte[] {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255});

    assertArrayEquals(new byte[] {76, (byte) 150, 29}, rgb.withChannels(1).pixels());
  }

  @Test
  void rejectsContradictions() {
    assertThrows(IllegalArgumentException.class, () -> new Image(2, 2, 3, new byte[4]));
    assertThrows(IllegalArgumentException.class, () -> new Image(2, 2, 2, new byte[8]));
    assertThrows(IllegalArgumentException.class, () -> new Image(0, 2, 1, new byte[0]));
    Image image = new Image(1, 1, 1, new byte[1]);
    assertEquals(
        "an image of 2 channels",
        assertThrows(IllegalArgumentException.class, () -> image.withChannels(2)).getMessage());
  }
}
