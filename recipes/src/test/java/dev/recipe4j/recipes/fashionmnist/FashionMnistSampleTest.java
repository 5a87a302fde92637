package dev.recipe4j.recipes.fashionmnist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.ImageData;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FashionMnistSampleTest {
  @Test
  void isBalanced() {
    ImageData data = new FashionMnistSample().open();
    assertArrayEquals(repeated(1200), counts(data.train()));
    assertArrayEquals(repeated(200), counts(data.validation()));
    assertEquals(28, data.train().image(0).height());
  }

  private static int[] counts(Examples examples) {
    int[] counts = new int[FashionMnistLeNetPipeline.CLASSES];
    for (int i = 0; i < examples.size(); i++) {
      counts[examples.label(i)]++;
    }
    return counts;
  }

  private static int[] repeated(int count) {
    int[] counts = new int[FashionMnistLeNetPipeline.CLASSES];
    Arrays.fill(counts, count);
    return counts;
  }
}
