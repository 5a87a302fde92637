package dev.recipe4j.runtime.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.Layer;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Momentum against golden trajectories, and what it leaves alone. */
class MomentumUpdateTest {
  private static final int PARAMETERS = 8;
  private static final int STEPS = 12;

  @Test
  void followsTheGoldenTrajectories() throws IOException {
    int checked = 0;
    for (JsonNode item : Oracle.json("optimizers.json").get("cases")) {
      String id = item.get("id").asText();
      if (id.startsWith("momentum/") || id.startsWith("sgd/")) {
        follow(item);
        checked++;
      }
    }
    assertEquals(12, checked);
  }

  private static void follow(JsonNode item) {
    double momentum = item.get("momentum").asDouble();
    double decay = item.get("weight_decay").asDouble();
    Update update = new MomentumUpdate(eightWeights(), momentum, decay, true, Transfer.NONE);
    FloatBuffer w = FloatBuffers.direct(PARAMETERS);
    FloatBuffer g = FloatBuffers.direct(PARAMETERS);
    for (int i = 0; i < PARAMETERS; i++) {
      w.put(i, (float) (0.3 * (i + 1) * (i % 2 == 0 ? 1 : -1)));
    }
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < PARAMETERS; i++) {
        double gradient =
            (0.2 + 0.15 * i) * w.get(i) + 0.1 * (i - 3.5) + 0.05 * ((i + 2 * t) % 5 - 2);
        g.put(i, (float) gradient);
      }
      update.apply(w, g, item.get("lr").get(t).asDouble());
      for (int i = 0; i < PARAMETERS; i++) {
        double expected = item.get("w").get(t).get(i).asDouble();
        assertEquals(
            expected,
            w.get(i),
            2e-5 * Math.max(1, Math.abs(expected)),
            item.get("id").asText() + " step " + t);
      }
    }
  }

  @Test
  void decayReachesWhatTheRecipeSays() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    for (boolean everything : new boolean[] {true, false}) {
      FloatBuffer w = ones(layout.size());
      Update update = new MomentumUpdate(layout, 0.9, 0.5, everything, Transfer.NONE);
      update.apply(w, FloatBuffers.direct(layout.size()), 1);
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
  void runningStatisticsIgnoreAnyGradient() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    FloatBuffer w = ones(layout.size());
    new MomentumUpdate(layout, 0.9, 0, true, Transfer.NONE).apply(w, ones(layout.size()), 0.25);
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
    Update update = new MomentumUpdate(layout, 0.9, 0.5, true, transfer);
    update.apply(w, ones(layout.size()), 0.01);
    for (Entry entry : layout.entries()) {
      String stage = entry.layer().stage();
      boolean stays = transfer.frozenStages().contains(stage) || !entry.tensor().kind().isTrained();
      float expected = stays ? 1 : 1 - 0.01f * 1.5f * (stage.equals("head") ? 10 : 1);
      assertEquals(expected, w.get((int) entry.offset()), 1e-6, entry.toString());
      assertEquals(expected, w.get((int) entry.end() - 1), 1e-6, entry.toString());
    }
  }

  private static ParameterLayout eightWeights() {
    Layer layer =
        new Layer(
            "dense",
            new Operation.Dense(2, Operation.Dense.DenseInitialization.KAIMING_NORMAL),
            List.of(Network.INPUT));
    Tensor weight = layer.operation().tensors(new Shape(4, 1, 1)).get(0);
    return new ParameterLayout(List.of(new Entry(layer, weight, 0)), PARAMETERS);
  }

  private static FloatBuffer ones(long size) {
    FloatBuffer ones = FloatBuffers.direct(size);
    for (int i = 0; i < size; i++) {
      ones.put(i, 1);
    }
    return ones;
  }
}
