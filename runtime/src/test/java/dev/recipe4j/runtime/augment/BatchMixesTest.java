package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchMixesTest {
  private static final int DRAWS = 200_000;
  private static final Shape SHAPE = new Shape(2, 6, 7);

  /** Image i holds i + 1 in each element, and is of class i. */
  private static Minibatch batch(int size) {
    int example = (int) SHAPE.size();
    FloatBuffer images = FloatBuffers.direct((long) size * example);
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i;
      for (int k = 0; k < example; k++) {
        images.put(i * example + k, i + 1);
      }
    }
    return new Minibatch(size, SHAPE, images, labels);
  }

  private static BatchMixes only(BatchMix mix) {
    return BatchMixes.NONE.with(mix);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4, 1})
  void sharesAreFromBeta(double alpha) throws IOException {
    JsonNode expected =
        Oracle.json("augment_stats.json")
            .get("stats")
            .get("mixup_beta_" + (alpha == 1 ? "1" : Double.toString(alpha)));
    ErasureStatisticsTest.assertStatistics(
        expected.get("lambda"), DRAWS, draw -> Beta.sample(alpha, draw));
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      distance += Math.abs(Beta.sample(alpha, Draw.of(3, 1, i)) - 0.5);
    }
    // No distance is beyond 1/2, so that the standard error is at most that of a coin.
    assertEquals(
        expected.get("mean_abs_dev_exact").asDouble(),
        distance / DRAWS,
        4 * 0.25 / Math.sqrt(DRAWS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-3, 50, 1e6})
  void extremeParametersGiveNumbers(double alpha) {
    for (int i = 0; i < 1000; i++) {
      double share = Beta.sample(alpha, Draw.of(3, 1, i));
      assertTrue(share >= 0 && share <= 1, share + " is no share");
      assertTrue(alpha < 1 || Math.abs(share - 0.5) < 0.4, share + " is far from 1/2");
      assertTrue(alpha > 1e-100 || share == 0 || share == 1, share + " is neither 0 nor 1");
    }
  }

  @ParameterizedTest
  @CsvSource({"0.2, 224", "0.4, 224", "1, 224", "0.2, 32", "0.4, 32", "1, 32"})
  void boxesKeepTheExpectedShare(double alpha, int side) throws IOException {
    JsonNode expected =
        Oracle.json("augment_stats.json")
            .get("stats")
            .get("cutmix_beta_%s_%d".formatted(alpha == 1 ? "1" : Double.toString(alpha), side));
    Shape shape = new Shape(3, side, side);
    ErasureStatisticsTest.assertStatistics(
        expected.get("lambda_adjusted"),
        DRAWS,
        draw -> {
          double share = Beta.sample(alpha, draw);
          return CutMix.kept(shape, CutMix.box(shape, share, draw.below(side), draw.below(side)));
        });
  }

  @Test
  void theBoxOfTheOracle() {
    Shape shape = new Shape(3, 32, 32);
    Hole box = CutMix.box(shape, 0.3, 20, 5);
    assertEquals(new Hole(7, 0, 25, 18), box);
    assertEquals(0.560546875, CutMix.kept(shape, box));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 16})
  void blendsImagesAndLabelsAlike(int size) {
    for (int seed = 0; seed < 20; seed++) {
      Minibatch mixed = only(new Mixup(1, 1)).apply(batch(size), Draw.ofBatch(seed, 1, 0));
      double share = mixed.softTargets().orElseThrow().share();
      for (int i = 0; i < size; i++) {
        int other = mixed.softTargets().orElseThrow().others()[i];
        double expected = share * (i + 1) + (1 - share) * (other + 1);
        for (int k = 0; k < SHAPE.size(); k++) {
          assertEquals(expected, mixed.images().get((int) (i * SHAPE.size()) + k), 1e-5);
        }
      }
      assertPermutation(mixed);
    }
  }

  /** The weight of a label is the share of the pixels that are of its image, exactly. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 16})
  void pastesAsMuchAsTheLabelSays(int size) {
    for (int seed = 0; seed < 50; seed++) {
      Minibatch mixed = only(new CutMix(1, 1)).apply(batch(size), Draw.ofBatch(seed, 1, 0));
      float[] target = new float[size];
      for (int i = 0; i < size; i++) {
        int[] pixels = new int[size];
        for (int k = 0; k < SHAPE.size(); k++) {
          pixels[(int) mixed.images().get((int) (i * SHAPE.size()) + k) - 1]++;
        }
        mixed.target(i, target);
        for (int k = 0; k < size; k++) {
          assertEquals((float) pixels[k] / SHAPE.size(), target[k], 1e-6f);
        }
      }
      assertPermutation(mixed);
    }
  }

  private static void assertPermutation(Minibatch mixed) {
    boolean[] isTaken = new boolean[mixed.size()];
    for (int other : mixed.softTargets().orElseThrow().others()) {
      assertFalse(isTaken[other], "one image is the partner of two");
      isTaken[other] = true;
    }
  }

  @Test
  void targetsAddUpToOne() {
    BatchMixes mixes = only(new Mixup(0.4, 1)).smoothed(0.1);
    float[] target = new float[100];
    for (int seed = 0; seed < 50; seed++) {
      Minibatch mixed = mixes.apply(batch(5), Draw.ofBatch(seed, 1, 0));
      for (int i = 0; i < 5; i++) {
        mixed.target(i, target);
        double sum = 0;
        for (float share : target) {
          sum += share;
          assertTrue(share >= 0.1f / 100);
        }
        assertEquals(1, sum, 1e-5);
      }
    }
  }

  @Test
  void eachBatchIsMixedInOneWay() {
    BatchMixes mixes = only(new Mixup(1, 0.5)).with(new CutMix(1, 0.25)).smoothed(0.1);
    int blended = 0;
    int pasted = 0;
    int draws = 4000;
    for (int seed = 0; seed < draws; seed++) {
      Minibatch mixed = mixes.apply(batch(4), Draw.ofBatch(seed, 1, 0));
      boolean isWhole = true;
      boolean isOriginal = true;
      for (int i = 0; i < mixed.images().limit(); i++) {
        float value = mixed.images().get(i);
        isWhole &= value == Math.rint(value);
        isOriginal &= value == 1 + i / (int) SHAPE.size();
      }
      blended += isWhole ? 0 : 1;
      pasted += isWhole && !isOriginal ? 1 : 0;
      assertEquals(0.1, mixed.softTargets().orElseThrow().smoothing());
      assertTrue(mixed.isMixed() || isOriginal);
    }
    // A permutation of four leaves all in place once in 24 times.
    assertEquals(0.5 * 23 / 24, (double) blended / draws, 4 * Math.sqrt(0.25 / draws));
    assertTrue(pasted > 0.15 * draws && pasted < 0.25 * draws, pasted + " were pasted");
  }

  @Test
  void aBatchOfOneStaysAsItIs() {
    Minibatch mixed = only(new Mixup(1, 1)).smoothed(0.1).apply(batch(1), Draw.ofBatch(1, 1, 0));
    assertFalse(mixed.isMixed());
    assertEquals(0.1, mixed.softTargets().orElseThrow().smoothing());
    assertTrue(
        only(new CutMix(1, 1)).apply(batch(1), Draw.ofBatch(1, 1, 0)).softTargets().isEmpty());
  }

  @Test
  void dependsOnItsNumbersAlone() {
    BatchMixes mixes = only(new Mixup(1, 1));
    Minibatch first = mixes.apply(batch(8), Draw.ofBatch(5, 2, 3));
    Minibatch again = mixes.apply(batch(8), Draw.ofBatch(5, 2, 3));
    assertEquals(first.images(), again.images());
    assertArrayEquals(
        first.softTargets().orElseThrow().others(), again.softTargets().orElseThrow().others());
    List<Draw> others =
        List.of(Draw.ofBatch(6, 2, 3), Draw.ofBatch(5, 1, 3), Draw.ofBatch(5, 2, 2));
    for (Draw other : others) {
      assertFalse(first.images().equals(mixes.apply(batch(8), other).images()));
    }
  }

  @Test
  void rejectsWhatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new Mixup(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new CutMix(1, 1.1));
    assertThrows(
        IllegalArgumentException.class, () -> only(new Mixup(1, 0.6)).with(new CutMix(1, 0.6)));
    assertThrows(IllegalArgumentException.class, () -> BatchMixes.NONE.smoothed(1));
  }
}
