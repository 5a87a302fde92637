package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.SoftTargets;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Accuracies, with ties and without numbers. */
class TallyTest {
  private static Minibatch batch(int... labels) {
    return new Minibatch(
        labels.length, new Shape(1, 1, 1), FloatBuffer.allocate(labels.length), labels);
  }

  @Test
  void topFiveExistsOnlyBeyondFiveClasses() {
    Tally six = new Tally(6);
    six.add(FloatBuffer.wrap(new float[] {6, 5, 4, 3, 2, 1}), batch(4), 0.5);
    six.add(FloatBuffer.wrap(new float[] {6, 5, 4, 3, 2, 1}), batch(5), 1.5);
    assertEquals(new Metrics(1, 0, new TreeMap<>(Map.of(5, 0.5))), six.metrics(List.of(1, 5)));
    Tally five = new Tally(5);
    five.add(FloatBuffer.wrap(new float[] {6, 5, 4, 3, 2}), batch(0), 0);
    assertEquals(1, five.metrics(List.of()).top1());
    assertTrue(five.metrics(List.of(1, 5)).topK().isEmpty());
  }

  @Test
  void accuraciesAreThoseOfTheOracle() throws IOException {
    int compared = 0;
    for (JsonNode golden : Oracle.json("losses.json").get("topk")) {
      int classes = golden.get("K").asInt();
      float[] logits = new float[4 * classes];
      int[] labels = new int[4];
      for (int n = 0; n < 4; n++) {
        labels[n] = (3 * n + 1) % classes;
        for (int k = 0; k < classes; k++) {
          logits[n * classes + k] =
              (float) (3 * Math.sin(0.5 * n + 1.7 * k) + 0.5 * Math.cos(0.3 * k * (n + 1)));
        }
      }
      Tally tally = new Tally(classes);
      tally.add(FloatBuffer.wrap(logits), batch(labels), 0);
      Metrics metrics = tally.metrics(List.of(1, 3, 5));
      assertEquals(golden.get("top1").asDouble(), metrics.top1());
      assertEquals(golden.get("top3").asDouble(), metrics.topK().getOrDefault(3, 1.0));
      assertEquals(
          golden.get("top5_with_k_eff_min(5,K)").asDouble(), metrics.topK().getOrDefault(5, 1.0));
      compared++;
    }
    assertEquals(3, compared);
  }

  @Test
  void everyKThatIsAskedForIsCounted() {
    Tally six = new Tally(6);
    float[] falling = {6, 5, 4, 3, 2, 1};
    for (int label : new int[] {0, 1, 2, 2}) {
      six.add(FloatBuffer.wrap(falling), batch(label), 0);
    }
    assertEquals(
        new Metrics(0, 0.25, new TreeMap<>(Map.of(2, 0.5, 3, 1.0))),
        six.metrics(List.of(3, 2, 6, 7)));
  }

  @Test
  void equalLogitsAndNaNAreNoKnowledge() {
    Tally tally = new Tally(3);
    float nan = Float.NaN;
    tally.add(FloatBuffer.wrap(new float[] {1, 1, 1, nan, nan, nan}), batch(2, 0), 0);
    tally.add(FloatBuffer.wrap(new float[] {1, nan, 0}), batch(0), 0);
    assertEquals(0, tally.metrics(List.of()).top1());
  }

  @Test
  void aMixedBatchCountsForTheLossAlone() {
    FloatBuffer right = FloatBuffer.wrap(new float[] {1, 0, 1, 0});
    Tally tally = new Tally(2);
    tally.add(right, batch(0, 0).with(new SoftTargets(new int[] {1, 0}, 0.5, 0)), 3);
    assertEquals(OptionalDouble.empty(), tally.top1());
    tally.add(right, batch(0, 1).with(new SoftTargets(new int[] {0, 1}, 1, 0.1)), 1);
    assertEquals(OptionalDouble.of(0.5), tally.top1());
    assertEquals(1, tally.loss());
    assertEquals(4, tally.examples());
  }
}
