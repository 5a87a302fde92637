package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.Draw;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is erased of how many images, against simulations of other programs and exact values. */
class ErasureStatisticsTest {
  private static final int DRAWS = 100_000;

  /** Erasing whole images takes longer. */
  private static final int IMAGES = 20_000;

  private static JsonNode golden(String name) throws IOException {
    return Oracle.json("augment_stats.json").get("stats").get(name);
  }

  private static Shape square(int side) {
    return new Shape(1, side, side);
  }

  /** The rule of the golden values: means and deviations differ by 4 standard errors at most. */
  static void assertStatistics(JsonNode expected, int draws, ToDoubleFunction<Draw> value) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double drawn = value.applyAsDouble(Draw.of(42, 7, i));
      sum += drawn;
      squares += drawn * drawn;
    }
    double mean = sum / draws;
    double sd = Math.sqrt(squares / draws - mean * mean);
    double goldenSd = expected.get("sd").asDouble();
    double ownError = goldenSd / Math.sqrt(draws);
    if (expected.has("mean_exact")) {
      assertEquals(expected.get("mean_exact").asDouble(), mean, 4 * ownError, "mean");
    } else {
      double error = Math.hypot(expected.get("se_mean").asDouble(), ownError);
      assertEquals(expected.get("mean").asDouble(), mean, 4 * error, "mean");
    }
    double sdError = expected.get("se_sd").asDouble();
    double scale = Math.sqrt(expected.get("n").asDouble() / draws);
    assertEquals(goldenSd, sd, 4 * Math.hypot(sdError, sdError * scale), "deviation");
  }

  private static double share(Hole hole, Shape shape) {
    return (double) hole.height() * hole.width() / (shape.height() * shape.width());
  }

  @ParameterizedTest
  @CsvSource({"224, 112", "32, 16", "32, 8"})
  void cutout(int side, int hole) throws IOException {
    JsonNode expected = golden("cutout_%d_%d".formatted(side, hole));
    Cutout cutout = new Cutout(hole);
    assertStatistics(
        expected.get("zeroed_fraction"),
        DRAWS,
        draw -> share(cutout.hole(square(side), draw), square(side)));
  }

  /** An odd side is as long as it says, and the smallest hole is one pixel. */
  @ParameterizedTest
  @CsvSource({"1", "5", "8"})
  void aHoleInsideHasItsSide(int side) {
    Hole hole = new Cutout(side).hole(square(1000), Draw.of(0, 0, 0));
    assertEquals(side, hole.height());
    assertEquals(side, hole.width());
  }

  @ParameterizedTest
  @CsvSource({"224", "32"})
  void randomErasing(int side) throws IOException {
    JsonNode expected = golden("random_erasing_paddle_" + side);
    RandomErasing erasing = new RandomErasing(0.5, 0.02, 0.4, 0.3);
    Shape shape = square(side);
    assertStatistics(
        expected.get("erased_fraction_given_applied"),
        DRAWS,
        draw -> share(erasing.hole(shape, draw).orElseThrow(), shape));
    assertStatistics(
        expected.get("aspect_h_over_w_given_applied"),
        DRAWS,
        draw -> {
          Hole hole = erasing.hole(shape, draw).orElseThrow();
          return (double) hole.height() / hole.width();
        });
    assertStatistics(
        expected.get("erased_fraction_unconditional"),
        IMAGES,
        draw -> erased(erasing, shape, draw));
  }

  @Test
  void anImageOfOnePixelIsNotErased() {
    assertEquals(
        Optional.empty(), new RandomErasing(1, 0.02, 0.4, 0.3).hole(square(1), Draw.of(0, 0, 0)));
  }

  @Test
  void hideAndSeek() throws IOException {
    assertStatistics(
        golden("hide_and_seek_224").get("hidden_fraction"),
        IMAGES,
        draw -> erased(new HideAndSeek(), square(224), draw));
  }

  /** Cells do not hang together: the share of hidden ones varies as that of free coins. */
  @ParameterizedTest
  @CsvSource({"16", "32", "44", "56"})
  void hideAndSeekOfOneGrid(int side) throws IOException {
    JsonNode grid = golden("hide_and_seek_224").get("per_grid").get(Integer.toString(side));
    double sd = grid.get("sd_given_grid_exact").asDouble();
    int draws = 4000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      Draw draw = Draw.of(1, 1, i);
      double hidden =
          erased(
              (batch, start, shape, d) -> HideAndSeek.hide(side, batch, start, shape, d),
              square(224),
              draw);
      sum += hidden;
      squares += (hidden - 0.5) * (hidden - 0.5);
    }
    assertEquals(0.5, sum / draws, 4 * sd / Math.sqrt(draws));
    assertEquals(sd, Math.sqrt(squares / draws), 4 * sd / Math.sqrt(2.0 * draws));
  }

  @ParameterizedTest
  @CsvSource({"224, 96, 224, 0.5", "32, 8, 24, 0.4"})
  void gridMask(int side, int d1, int d2, double ratio) throws IOException {
    JsonNode expected = golden("gridmask_%d_%d_%d_r%s".formatted(side, d1, d2, ratio));
    GridMask mask = new GridMask(d1, d2, ratio, 1);
    assertStatistics(
        expected.get("deleted_fraction_mode0"), IMAGES, draw -> erased(mask, square(side), draw));
  }

  @Test
  void theProbabilityOfGridMaskRises() {
    GridMask mask = new GridMask(8, 24, 0.4, 10);
    for (int epoch : new int[] {1, 5, 10, 11}) {
      int masked = 0;
      int draws = 4000;
      for (int i = 0; i < draws; i++) {
        masked += erased(mask, square(32), Draw.of(1, epoch, i)) > 0 ? 1 : 0;
      }
      double probability = Math.min(epoch / 10.0, 1);
      double error = Math.sqrt(probability * (1 - probability) / draws);
      assertEquals(probability, (double) masked / draws, 4 * error, "epoch " + epoch);
    }
    assertEquals(0, erased(mask, square(32), Draw.of(1, 0, 0)));
  }

  /** Erases one image between two others and returns which share of it is 0. */
  private static double erased(PlaneOperation operation, Shape shape, Draw draw) {
    int size = Math.toIntExact(shape.size());
    float[] batch = new float[3 * size];
    Arrays.fill(batch, 1);
    operation.apply(FloatBuffer.wrap(batch), size, shape, draw);
    int zeros = 0;
    for (int i = 0; i < batch.length; i++) {
      if (batch[i] == 0) {
        assertTrue(i >= size && i < 2 * size, "another image is touched");
        zeros++;
      }
    }
    return (double) zeros / size;
  }

  /** Every channel has the same holes, at every border. */
  @ParameterizedTest
  @CsvSource({"-2, -3, 4, 5", "7, 8, 9, 9", "-1, 2, 30, 3", "20, 0, 3, 3"})
  void holesAreCutAtTheBorder(int top, int left, int height, int width) {
    Shape shape = new Shape(3, 9, 10);
    float[] image = new float[270];
    Arrays.fill(image, 1);
    new Hole(top, left, height, width).erase(FloatBuffer.wrap(image), 0, shape);
    for (int i = 0; i < image.length; i++) {
      int y = i % 90 / 10;
      int x = i % 10;
      boolean isInside = y >= top && y < top + height && x >= left && x < left + width;
      assertEquals(isInside ? 0 : 1, image[i], "element " + i);
    }
  }

  @Test
  void rejectsWhatCannotBe() {
    assertEquals(
        "a hole of side 0; write 1 or more",
        assertThrows(IllegalArgumentException.class, () -> new Cutout(0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new RandomErasing(1.1, 0.02, 0.4, 0.3));
    assertThrows(IllegalArgumentException.class, () -> new RandomErasing(0.5, 0.5, 0.4, 0.3));
    assertThrows(IllegalArgumentException.class, () -> new RandomErasing(0.5, 0.02, 0.4, 0));
    assertThrows(IllegalArgumentException.class, () -> new GridMask(8, 8, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> new GridMask(8, 9, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new GridMask(8, 9, 0.5, 0));
  }
}
