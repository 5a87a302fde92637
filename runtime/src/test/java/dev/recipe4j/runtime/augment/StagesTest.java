package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.Image;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final List<Double> HALF = List.of(0.5);
  private static final Image GREY = new Image(2, 3, 1, new byte[] {0, 51, 102, 0, 51, 102});

  @Test
  void writesAtItsPositionOnly() {
    Batched<HardLabels> chain = Decoded.images(1).normalize(HALF, HALF).batched();
    FloatBuffer batch = FloatBuffer.allocate(18);

    chain.load(GREY, Draw.of(0, 0, 0), batch, 1);

    float[] expected = new float[18];
    for (int i = 0; i < 6; i++) {
      expected[6 + i] = -1 + 0.4f * (i % 3);
    }
    assertArrayEquals(expected, batch.array(), 1e-6f);
    assertEquals(0, batch.position());
    assertThrows(
        IndexOutOfBoundsException.class, () -> chain.load(GREY, Draw.of(0, 0, 0), batch, 3));
  }

  @Test
  void convertsToTheChannelsOfTheChain() {
    List<Double> zero = List.of(0.0, 0.0, 0.0);
    List<Double> one = List.of(1.0, 1.0, 1.0);
    Batched<HardLabels> chain = Decoded.images(3).normalize(zero, one).batched();
    FloatBuffer batch = FloatBuffer.allocate(18);

    chain.load(GREY, Draw.of(0, 0, 0), batch, 0);

    assertEquals(new Shape(3, 2, 3), chain.shape(GREY));
    for (int i = 0; i < 18; i++) {
      assertEquals(0.2f * (i % 3), batch.get(i), 1e-6f);
    }
  }

  /** As torchvision's CenterCrop pads: one row less above than below. */
  @Test
  void aCropThatReachesBeyondTheImageHasABlackBorder() {
    byte[] pixels = new byte[2 * 4];
    Arrays.fill(pixels, (byte) 9);
    Image image =
        Decoded.images(1).evaluationCrop(2, 5).apply(new Image(2, 4, 1, pixels), Draw.of(0, 0, 0));
    assertArrayEquals(
        new byte[] {
          0, 0, 0, 0, 0,
          9, 9, 9, 9, 0,
          9, 9, 9, 9, 0,
          0, 0, 0, 0, 0,
          0, 0, 0, 0, 0
        },
        image.pixels());
  }

  @Test
  void knowsTheShapeBeforehand() {
    Image image = new Image(30, 47, 3, new byte[30 * 47 * 3]);
    Decoded start = Decoded.images(3);
    List<Decoded> chains =
        List.of(
            start,
            start.randomFlip(0.5),
            start.padAndCrop(4),
            start.padAndCrop(0),
            start.resizeTo(16),
            start.evaluationCrop(20, 16),
            start.evaluationCrop(30, 30),
            start.evaluationCrop(20, 25),
            start.randomResizedCrop(16, 0.08, 1, 0.75, 1.25).randomFlip(1));
    for (Decoded chain : chains) {
      for (int i = 0; i < 20; i++) {
        Image result = chain.apply(image, Draw.of(0, 0, i));
        assertEquals(new Shape(3, result.height(), result.width()), chain.shape(image));
      }
    }
    assertEquals(new Shape(3, 16, 16), chains.get(5).shape(image));
  }

  @Test
  void aStageDoesNotChangeItsBeginning() {
    Decoded start = Decoded.images(1);
    start.resizeTo(9);

    assertEquals(new Shape(1, 2, 3), start.shape(GREY));
  }

  @Test
  void padAndCropReachesEveryPlace() {
    Image dot = new Image(1, 1, 1, new byte[] {1});
    PadAndCrop crop = new PadAndCrop(1);
    int kept = 0;
    for (int i = 0; i < 9000; i++) {
      kept += crop.apply(dot, Draw.of(3, 0, i)).pixels()[0];
    }
    // One of nine places keeps the pixel; four standard errors.
    assertEquals(1000, kept, 4 * Math.sqrt(9000 * 8 / 81.0));
  }

  @Test
  void flipsWithItsProbability() {
    Image row = new Image(1, 2, 1, new byte[] {1, 2});
    int flipped = 0;
    for (int i = 0; i < 10_000; i++) {
      flipped += new RandomFlip(0.25).apply(row, Draw.of(3, 0, i)).pixels()[0] - 1;
    }
    assertEquals(2500, flipped, 4 * Math.sqrt(10_000 * 0.1875));
    assertArrayEquals(new byte[] {1, 2}, new RandomFlip(0).apply(row, Draw.of(0, 0, 0)).pixels());
    assertArrayEquals(new byte[] {2, 1}, new RandomFlip(1).apply(row, Draw.of(0, 0, 0)).pixels());
  }

  @Test
  void resizesGreyLikeEachChannelOfRgb() {
    byte[] pixels = new byte[13 * 17];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 37);
    }
    Image grey = new Image(13, 17, 1, pixels);
    for (int[] size : new int[][] {{5, 6}, {26, 40}, {13, 4}, {30, 17}, {1, 1}}) {
      Image resized = Bilinear.resize(grey, size[0], size[1]);
      assertArrayEquals(
          resized.withChannels(3).pixels(),
          Bilinear.resize(grey.withChannels(3), size[0], size[1]).pixels());
    }
  }

  @Test
  void aConstantImageStaysConstant() {
    for (int value : new int[] {0, 1, 128, 255}) {
      byte[] pixels = new byte[100 * 7];
      Arrays.fill(pixels, (byte) value);
      Set<Byte> seen = new HashSet<>();
      for (byte sample : Bilinear.resize(new Image(100, 7, 1, pixels), 3, 50).pixels()) {
        seen.add(sample);
      }
      assertEquals(Set.of((byte) value), seen);
    }
  }

  @Test
  void rejectsWhatCannotBe() {
    Decoded rgb = Decoded.images(3);
    assertEquals(
        "1 means and 1 standard deviations for images of 3 channels; write one of each for every"
            + " channel",
        assertThrows(IllegalArgumentException.class, () -> rgb.normalize(HALF, HALF)).getMessage());
    assertTrue(
        String.valueOf(
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Decoded.images(1).normalize(HALF, List.of(0.0)))
                    .getMessage())
            .startsWith("channel 0: mean 0.5, standard deviation 0.0; write"));
    assertThrows(IllegalArgumentException.class, () -> Decoded.images(2));
    assertThrows(IllegalArgumentException.class, () -> rgb.randomFlip(1.5));
    assertThrows(IllegalArgumentException.class, () -> rgb.randomFlip(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> rgb.padAndCrop(-1));
    assertThrows(IllegalArgumentException.class, () -> rgb.resizeTo(0));
    assertThrows(IllegalArgumentException.class, () -> rgb.evaluationCrop(0, 224));
  }
}
