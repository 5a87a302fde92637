package dev.recipe4j.runtime.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.spec.GradientClip;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clipping by hand and by torch's formula, and what it leaves alone. */
class ClipTest {
  private static final List<Segment> TWO =
      List.of(new Segment(0, 2, 0, 1), new Segment(3, 4, 0, 10));

  private static float[] clipped(Clip clip, float... gradient) {
    FloatBuffer buffer = FloatBuffer.wrap(gradient.clone());
    clip.apply(buffer);
    return buffer.array();
  }

  private static void assertClose(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-6f, "element " + i);
    }
  }

  /** (3, 4, 12) has the norm 13; the element between them is not trained. */
  @Test
  void aLongGradientIsShortenedToTheNorm() {
    float factor = (float) (6.5 / (13 + 1e-6));
    assertClose(
        new float[] {3 * factor, 4 * factor, 1000, 12 * factor},
        clipped(new NormClip(TWO, 6.5), 3, 4, 1000, 12));
  }

  @Test
  void aShortGradientStaysAsItIs() {
    assertClose(new float[] {3, 4, 1000, 12}, clipped(new NormClip(TWO, 13.1), 3, 4, 1000, 12));
    assertClose(new float[] {0, 0, 1000, 0}, clipped(new NormClip(TWO, 0.1), 0, 0, 1000, 0));
  }

  /** Torch divides by the norm and 1e-6 more, which makes a difference where both are small. */
  @Test
  void aSmallNormIsThatOfTorch() {
    assertClose(
        new float[] {1e6f * 0.5e-6f, 0, 0, 0},
        scaled(clipped(new NormClip(TWO, 1e-6), 1e-6f, 0, 0, 0), 1e6f));
  }

  private static float[] scaled(float[] values, float factor) {
    float[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  @Test
  void whatIsNoNumberIsNotHidden() {
    float[] norm = clipped(new NormClip(TWO, 1), 3, Float.NaN, 7, 12);
    assertTrue(Float.isNaN(norm[0]) && Float.isNaN(norm[1]) && Float.isNaN(norm[3]));
    assertEquals(7, norm[2]);
    float[] infinite = clipped(new NormClip(TWO, 1), 3, Float.NEGATIVE_INFINITY, 7, 12);
    assertTrue(Float.isNaN(infinite[1]));
    float[] value = clipped(new ValueClip(TWO, 1), 3, Float.NaN, 7, -12);
    assertTrue(Float.isNaN(value[1]));
  }

  @Test
  void eachElementIsBounded() {
    assertClose(
        new float[] {0.5f, -0.25f, 9, -0.5f}, clipped(new ValueClip(TWO, 0.5), 3, -0.25f, 9, -12));
  }

  /** More than one block of elements, in a vector that has running statistics. */
  @Test
  void countsEveryTrainedParameterOfANetworkOnce() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    long trained =
        layout.entries().stream()
            .filter(entry -> entry.tensor().kind().isTrained())
            .mapToLong(entry -> entry.end() - entry.offset())
            .sum();
    FloatBuffer gradient = ones(layout);
    RecipeSpec recipe =
        Recipes.spots(new GradientClip(OptionalDouble.of(1), OptionalDouble.empty()));
    Clip.of(recipe, layout).apply(gradient);
    float expected = (float) (1 / (Math.sqrt(trained) + 1e-6));
    for (Entry entry : layout.entries()) {
      boolean isTrained = entry.tensor().kind().isTrained();
      for (int i = (int) entry.offset(); i < entry.end(); i++) {
        assertEquals(isTrained ? expected : 1, gradient.get(i), 1e-9f);
      }
    }
  }

  @Test
  void frozenStagesAreNotCounted() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    Entry first = layout.entries().get(0);
    Transfer frozen = new Transfer(Set.of(first.layer().stage()), 1);
    List<Segment> trained = Segment.of(layout, 0, true, frozen);
    FloatBuffer gradient = ones(layout);
    new NormClip(trained, 1).apply(gradient);
    assertEquals(1, gradient.get((int) first.offset()));
    long count = trained.stream().mapToLong(segment -> segment.end() - segment.start()).sum();
    float last = gradient.get(trained.get(trained.size() - 1).end() - 1);
    assertEquals((float) (1 / (Math.sqrt(count) + 1e-6)), last, 1e-9f);
  }

  @Test
  void aRecipeWithoutClippingLeavesTheGradient() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    FloatBuffer gradient = ones(layout);
    Clip.of(Recipes.spots(), layout).apply(gradient);
    assertEquals(ones(layout), gradient);
  }

  private static FloatBuffer ones(ParameterLayout layout) {
    FloatBuffer gradient = FloatBuffers.direct(layout.size());
    for (int i = 0; i < gradient.capacity(); i++) {
      gradient.put(i, 1);
    }
    return gradient;
  }
}
