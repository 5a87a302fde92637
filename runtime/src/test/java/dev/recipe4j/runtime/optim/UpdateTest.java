package dev.recipe4j.runtime.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.spec.AdamW;
import dev.recipe4j.spec.DecoupledWeightDecay;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an update reaches and what it leaves alone; OptimizerOracleTest has its arithmetic. */
class UpdateTest {
  @Test
  void decayReachesWhatTheRecipeSays() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    for (boolean everything : new boolean[] {true, false}) {
      FloatBuffer w = ones(layout.size());
      Update update =
          Update.of(RecipeSpec.of(new Momentum(0.9), new L2Decay(0.5, everything)), layout);
      update.apply(w, FloatBuffers.direct(layout.size()), 1, 0);
      for (Entry entry : layout.entries()) {
        Tensor.Kind kind = entry.tensor().kind();
        boolean decayed = kind.isTrained() && (everything || !kind.isNormOrBias());
        for (long i = entry.offset(); i < entry.end(); i++) {
          assertEquals(decayed ? 0.5f : 1f, w.get((int) i), kind + " at " + i);
        }
      }
    }
  }

  @Test
  void decoupledDecayReachesWhatTheRecipeSays() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    FloatBuffer w = ones(layout.size());
    Update update =
        Update.of(
            RecipeSpec.of(new AdamW(0.9, 0.999, 1e-8), new DecoupledWeightDecay(0.5, false)),
            layout);
    update.apply(w, FloatBuffers.direct(layout.size()), 0.5, 0);
    for (Entry entry : layout.entries()) {
      Tensor.Kind kind = entry.tensor().kind();
      boolean decayed = kind.isTrained() && !kind.isNormOrBias();
      assertEquals(decayed ? 0.75f : 1f, w.get((int) entry.offset()), kind.toString());
    }
  }

  @Test
  void runningStatisticsIgnoreAnyGradient() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    FloatBuffer w = ones(layout.size());
    Update.of(RecipeSpec.of(new Momentum(0.9)), layout).apply(w, ones(layout.size()), 0.25, 0);
    for (Entry entry : layout.entries()) {
      float expected = entry.tensor().kind().isTrained() ? 0.75f : 1f;
      assertEquals(expected, w.get((int) entry.offset()));
      assertEquals(expected, w.get((int) entry.end() - 1));
    }
  }

  @Test
  void neighboursWithEqualDecayAreOneSegment() {
    ParameterLayout layout = ParameterLayout.of(LeNetDescription.of(10), new Shape(1, 28, 28));
    assertEquals(
        List.of(new Segment(0, (int) layout.size(), 0.5f, 1)),
        Segment.of(layout, 0.5, true, Transfer.NONE));
    assertTrue(Segment.of(layout, 0.5, false, Transfer.NONE).size() > 1);
  }

  @Test
  void frozenStagesStayAndTheClassifierLearnsFaster() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    FloatBuffer w = ones(layout.size());
    Transfer transfer = new Transfer(Set.of("stem", "block1", "block2"), 10);
    Update update =
        new DecayedUpdate(
            Segment.of(layout, 0.5, true, transfer),
            DecayedUpdate.Decay.COUPLED,
            new MomentumStep(0.9, false, (int) layout.size()));
    update.apply(w, ones(layout.size()), 0.01, 0);
    for (Entry entry : layout.entries()) {
      String stage = entry.layer().stage();
      boolean stays = transfer.frozenStages().contains(stage) || !entry.tensor().kind().isTrained();
      float expected = stays ? 1 : 1 - 0.01f * 1.5f * (stage.equals("head") ? 10 : 1);
      assertEquals(expected, w.get((int) entry.offset()), 1e-6, entry.toString());
      assertEquals(expected, w.get((int) entry.end() - 1), 1e-6, entry.toString());
    }
  }

  private static FloatBuffer ones(long size) {
    FloatBuffer ones = FloatBuffers.direct(size);
    for (int i = 0; i < size; i++) {
      ones.put(i, 1);
    }
    return ones;
  }
}
