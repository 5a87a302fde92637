package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.AutoAugment.Policy;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoliciesTest {
  private static final int DRAWS = 2000;

  private static Image image(int height, int width, int channels) {
    byte[] pixels = new byte[height * width * channels];
    Random random = new Random(5);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (30 + i % 150 + random.nextInt(50));
    }
    return new Image(height, width, channels, pixels);
  }

  private static double changed(ImageOperation operation, Image image) {
    int changed = 0;
    byte[] before = image.pixels().clone();
    for (int i = 0; i < DRAWS; i++) {
      Image result = operation.apply(image, Draw.of(1, 1, i));
      assertEquals(image.height(), result.height());
      assertEquals(image.width(), result.width());
      assertEquals(image.channels(), result.channels());
      changed += Arrays.equals(image.pixels(), result.pixels()) ? 0 : 1;
    }
    assertArrayEquals(before, image.pixels(), "the image itself is left alone");
    return (double) changed / DRAWS;
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationChangesMoreAtTheEndOfItsRange(PolicyOperation operation) {
    Image image = image(24, 31, 3);
    double none = difference(operation, image, 0);
    double half = difference(operation, image, operation.amount(0.5));
    double whole = difference(operation, image, operation.amount(1));
    switch (operation) {
      case AUTOCONTRAST, EQUALIZE, INVERT -> assertTrue(none > 0 && none == whole);
      // The image repeats itself, so that one that is moved far may differ less.
      case SHEAR_X, SHEAR_Y, TRANSLATE_X, TRANSLATE_Y, ROTATE ->
          assertTrue(none == 0 && half > 0 && whole > 0);
      default -> {
        assertEquals(0, none, operation + " at 0");
        assertTrue(half > 0 && whole > half, operation + ": " + half + " and " + whole);
      }
    }
  }

  /** Mean distance of the samples from those of the image, over both signs. */
  private static double difference(PolicyOperation operation, Image image, double amount) {
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      byte[] result = operation.apply(image, amount, Draw.of(1, 1, i)).pixels();
      for (int k = 0; k < result.length; k++) {
        sum += Math.abs((result[k] & 0xff) - (image.pixels()[k] & 0xff));
      }
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationTakesEveryImage(PolicyOperation operation) {
    for (Image image :
        List.of(image(24, 31, 1), image(1, 1, 3), image(2, 2, 1), image(1, 9, 3), image(9, 1, 3))) {
      for (double share : new double[] {0, 0.1, 1, 3}) {
        for (int i = 0; i < 10; i++) {
          Image result = operation.apply(image, operation.amount(share), Draw.of(2, 1, i));
          assertEquals(image.pixels().length, result.pixels().length);
        }
      }
    }
  }

  /** Both signs are drawn, and are as strong as each other. */
  @Test
  void turnsAndMovesBothWays() {
    byte[] ramp = new byte[40 * 40];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (80 + i % 40);
    }
    Image image = new Image(40, 40, 1, ramp);
    int toTheRight = 0;
    for (int i = 0; i < DRAWS; i++) {
      Image moved = PolicyOperation.TRANSLATE_X.apply(image, 0.25, Draw.of(1, 1, i));
      int centre = moved.pixels()[20 * 40 + 20] & 0xff;
      assertTrue(centre == 90 || centre == 110, "moved to " + centre);
      toTheRight += centre == 90 ? 1 : 0;
    }
    assertEquals(DRAWS / 2.0, toTheRight, 4 * Math.sqrt(DRAWS / 4.0));
  }

  /** The table of Cubuk et al.: 8 bits at level 0 to 4 at level 9, threshold 256 to 0. */
  @Test
  void levelsOfAutoAugment() {
    int[] bits = {8, 8, 7, 7, 6, 6, 5, 5, 4, 4};
    for (int level = 0; level < 10; level++) {
      assertEquals(8 - bits[level], AutoAugment.amount(PolicyOperation.POSTERIZE, level));
      assertEquals(256 * level / 9.0, AutoAugment.amount(PolicyOperation.SOLARIZE, level), 1e-12);
      assertEquals(30 * level / 9.0, AutoAugment.amount(PolicyOperation.ROTATE, level), 1e-12);
      assertEquals(0.3 * level / 9, AutoAugment.amount(PolicyOperation.SHEAR_X, level), 1e-12);
      assertEquals(0.9 * level / 9, AutoAugment.amount(PolicyOperation.COLOR, level), 1e-12);
    }
  }

  /** The oracle has shears of rows alone: those of columns are the same of the turned image. */
  @Test
  void shearsColumnsAsRows() {
    Image image = image(24, 31, 3);
    for (double factor : new double[] {0.3, -0.3, 0.04, 0, 1.5, -2}) {
      Image columns = Shear.columns(image, factor);
      assertArrayEquals(
          transposed(Shear.rows(transposed(image), factor)).pixels(), columns.pixels());
    }
  }

  private static Image transposed(Image image) {
    byte[] pixels = new byte[image.pixels().length];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int channel = 0; channel < 3; channel++) {
          pixels[(x * image.height() + y) * 3 + channel] =
              image.pixels()[(y * image.width() + x) * 3 + channel];
        }
      }
    }
    return new Image(image.width(), image.height(), 3, pixels);
  }

  @Test
  void aTranslationByAnyNumberKeepsItsFill() {
    Image image = image(5, 4, 3);
    for (int left : new int[] {-9, -4, -3, 0, 2, 4, 7}) {
      for (int up : new int[] {-6, -5, -1, 0, 4, 5}) {
        byte[] moved = Affine.translation(left, up).nearest(image).pixels();
        for (int i = 0; i < moved.length; i++) {
          int x = i / 3 % 4 + left;
          int y = i / 12 + up;
          boolean isInside = x >= 0 && x < 4 && y >= 0 && y < 5;
          byte expected = isInside ? image.pixels()[(y * 4 + x) * 3 + i % 3] : (byte) 128;
          assertEquals(expected, moved[i]);
        }
      }
    }
  }

  /** What PaddleClas's RandAugment does the other way round: black images at small magnitudes. */
  @Test
  void aSmallMagnitudeKeepsTheImage() {
    Image image = image(24, 31, 3);
    for (PolicyOperation operation : List.of(PolicyOperation.POSTERIZE, PolicyOperation.SOLARIZE)) {
      Image result = operation.apply(image, operation.amount(0), Draw.of(0, 0, 0));
      assertArrayEquals(image.pixels(), result.pixels());
      assertEquals(operation.amount(1), operation.amount(3), "saturates");
    }
    assertEquals(4, PolicyOperation.POSTERIZE.amount(1));
  }

  @ParameterizedTest
  @EnumSource
  void autoAugmentChangesMostImages(Policy policy) {
    double share = changed(new AutoAugment(policy), image(24, 31, 3));
    assertTrue(share > 0.6 && share < 1, share + " were changed");
  }

  @Test
  void randAugmentChangesNearlyAllImages() {
    double share = changed(new RandAugment(2, 5), image(24, 31, 3));
    assertTrue(share > 0.95, share + " were changed");
  }

  @Test
  void moreLayersAndMagnitudesChangeMore() {
    Image image = image(24, 31, 3);
    Image weak = new RandAugment(1, 1).apply(image, Draw.of(0, 0, 0));
    Image strong = new RandAugment(1, 10).apply(image, Draw.of(0, 0, 0));
    assertNotEquals(Arrays.hashCode(weak.pixels()), Arrays.hashCode(strong.pixels()));
    assertThrows(IllegalArgumentException.class, () -> new RandAugment(0, 5));
    assertThrows(IllegalArgumentException.class, () -> new RandAugment(2, 31));
    assertThrows(IllegalArgumentException.class, () -> new RandAugment(2, -1));
  }

  @Test
  void jitterChangesWhatItIsToldTo() {
    Image image = image(24, 31, 3);
    assertSame(image, new ColorJitter(0, 0, 0, 0).apply(image, Draw.of(0, 0, 0)));
    for (ColorJitter jitter :
        List.of(
            new ColorJitter(0.4, 0, 0, 0),
            new ColorJitter(0, 0.4, 0, 0),
            new ColorJitter(0, 0, 0.4, 0),
            new ColorJitter(0, 0, 0, 0.2),
            new ColorJitter(0.4, 0.4, 0.4, 0.1))) {
      double share = changed(jitter, image);
      assertTrue(share > 0.9, jitter + ": " + share + " were changed");
    }
    assertThrows(IllegalArgumentException.class, () -> new ColorJitter(-0.1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new ColorJitter(0, 0, 0, 0.6));
  }

  @Test
  void brightnessStaysWithinItsLimits() {
    byte[] flat = new byte[9];
    Arrays.fill(flat, (byte) 100);
    Image image = new Image(3, 3, 1, flat);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      int level = new ColorJitter(0.4, 0, 0, 0).apply(image, Draw.of(1, 1, i)).pixels()[0] & 0xff;
      assertTrue(level >= 59 && level <= 140, "level " + level);
      sum += level;
    }
    // Uniform from 60 to 140, rounded down.
    assertEquals(99.5, sum / DRAWS, 4 * 80 / Math.sqrt(12.0 * DRAWS));
  }
}
