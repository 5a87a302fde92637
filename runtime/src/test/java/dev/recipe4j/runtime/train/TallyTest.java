package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** Accuracies, with ties and without numbers. */
class TallyTest {
  @Test
  void topFiveExistsOnlyBeyondFiveClasses() {
    Tally six = new Tally(6);
    six.add(FloatBuffer.wrap(new float[] {6, 5, 4, 3, 2, 1}), new int[] {4}, 0.5);
    six.add(FloatBuffer.wrap(new float[] {6, 5, 4, 3, 2, 1}), new int[] {5}, 1.5);
    assertEquals(new Metrics(1, 0, java.util.OptionalDouble.of(0.5)), six.metrics());
    Tally five = new Tally(5);
    five.add(FloatBuffer.wrap(new float[] {6, 5, 4, 3, 2}), new int[] {0}, 0);
    assertEquals(1, five.metrics().top1());
    assertTrue(five.metrics().top5().isEmpty());
  }

  @Test
  void equalLogitsAndNaNAreNoKnowledge() {
    Tally tally = new Tally(3);
    float nan = Float.NaN;
    tally.add(FloatBuffer.wrap(new float[] {1, 1, 1, nan, nan, nan}), new int[] {2, 0}, 0);
    tally.add(FloatBuffer.wrap(new float[] {1, nan, 0}), new int[] {0}, 0);
    assertEquals(0, tally.metrics().top1());
  }
}
