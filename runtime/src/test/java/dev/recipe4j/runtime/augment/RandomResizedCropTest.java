package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomResizedCropTest {
  private static final int DRAWS = 100_000;

  @ParameterizedTest
  @CsvSource({"32, 32", "224, 224", "300, 200", "199, 401", "1, 1", "1, 9"})
  void theWholeImageAtTheBoundary(int height, int width) {
    double ratio = (double) width / height;
    RandomResizedCrop crop = new RandomResizedCrop(8, 1, 1, ratio, ratio);
    for (int i = 0; i < 100; i++) {
      assertEquals(new Region(0, 0, height, width), crop.region(height, width, Draw.of(1, 0, i)));
    }
  }

  @Test
  void theWholeImageIsOnlyResized() {
    byte[] pixels = new byte[16 * 16 * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31);
    }
    Image image = new Image(16, 16, 3, pixels);

    Image same = new RandomResizedCrop(16, 1, 1, 1, 1).apply(image, Draw.of(1, 0, 0));
    Image half = new RandomResizedCrop(8, 1, 1, 1, 1).apply(image, Draw.of(1, 0, 0));

    assertArrayEquals(pixels, same.pixels());
    assertArrayEquals(Bilinear.resize(image, 8, 8).pixels(), half.pixels());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 100", "100, 1", "3, 500"})
  void staysInsideExtremeImages(int height, int width) {
    RandomResizedCrop crop = new RandomResizedCrop(8, 0.08, 1, 3.0 / 4, 4.0 / 3);
    for (int i = 0; i < 1000; i++) {
      Region region = crop.region(height, width, Draw.of(1, 0, i));
      assertTrue(region.height() >= 1 && region.width() >= 1, region::toString);
      assertTrue(region.top() >= 0 && region.top() + region.height() <= height, region::toString);
      assertTrue(region.left() >= 0 && region.left() + region.width() <= width, region::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"500, 375, 0.08", "500, 375, 0.2", "64, 64, 0.08", "64, 64, 0.2"})
  void hasTheExpectedStatistics(int width, int height, double minScale) throws IOException {
    JsonNode expected =
        Oracle.json("augment_stats.json")
            .get("stats")
            .get("rrc_paddle_uniform_aspect_%dx%d_scale%s".formatted(width, height, minScale));
    RandomResizedCrop crop = new RandomResizedCrop(224, minScale, 1, 3.0 / 4, 4.0 / 3);
    Region[] regions = new Region[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      regions[i] = crop.region(height, width, Draw.of(42, 0, i));
    }

    double area = (double) width * height;
    assertMean(expected.get("area_fraction"), regions, r -> r.height() * r.width() / area);
    assertMean(expected.get("aspect_w_over_h"), regions, r -> (double) r.width() / r.height());
    assertMean(expected.get("centre_x_over_W"), regions, r -> (r.left() + r.width() / 2.0) / width);
  }

  /** The rule of the golden values: the difference of two means is within 4 standard errors. */
  private static void assertMean(
      JsonNode expected, Region[] regions, ToDoubleFunction<Region> value) {
    double sum = 0;
    for (Region region : regions) {
      sum += value.applyAsDouble(region);
    }
    double own = expected.get("sd").asDouble() / Math.sqrt(regions.length);
    double tolerance = 4 * Math.hypot(expected.get("se_mean").asDouble(), own);
    assertEquals(expected.get("mean").asDouble(), sum / regions.length, tolerance);
  }

  @Test
  void rejectsBoundsInTheWrongOrder() {
    assertThrows(
        IllegalArgumentException.class, () -> new RandomResizedCrop(0, 0.08, 1, 0.75, 1.3));
    assertEquals(
        "scales from 0.5 to 0.2; write 0 < minScale <= maxScale <= 1",
        assertThrows(
                IllegalArgumentException.class, () -> new RandomResizedCrop(8, 0.5, 0.2, 0.75, 1.3))
            .getMessage());
    assertEquals(
        "ratios from 2.0 to 1.0; write 0 < minRatio <= maxRatio",
        assertThrows(IllegalArgumentException.class, () -> new RandomResizedCrop(8, 0.5, 1, 2, 1))
            .getMessage());
  }
}
