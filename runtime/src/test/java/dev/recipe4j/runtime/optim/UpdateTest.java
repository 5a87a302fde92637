package dev.recipe4j.runtime.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.RmsProp.Form;
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
import dev.recipe4j.spec.AdaDelta;
import dev.recipe4j.spec.Adam;
import dev.recipe4j.spec.AdamW;
import dev.recipe4j.spec.DecoupledWeightDecay;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Optimizer;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.RmsProp;
import dev.recipe4j.spec.Sgd;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every optimiser against golden trajectories, and what an update leaves alone. */
class UpdateTest {
  private static final int PARAMETERS = 8;
  private static final int STEPS = 12;

  /**
   * Those of torch and Paddle; the oracle also has the forms of ND4J and of Sutskever, which are
   * others on purpose.
   */
  private static final Set<String> FORMS =
      Set.of(
          "sgd", "momentum", "nesterov", "adam", "adamw", "rmsprop", "rmsprop_paddle", "adadelta");

  @Test
  void followsTheGoldenTrajectories() throws IOException {
    int checked = 0;
    for (JsonNode item : Oracle.json("optimizers.json").get("cases")) {
      if (FORMS.contains(item.get("optimizer").asText())) {
        follow(item);
        checked++;
      }
    }
    assertEquals(62, checked);
  }

  private static RecipeSpec recipe(JsonNode item) {
    double decay = item.get("weight_decay").asDouble();
    boolean isDecoupled = item.path("decay").asText().startsWith("decoupled");
    return RecipeSpec.of(
        optimizer(item),
        isDecoupled ? new DecoupledWeightDecay(decay, true) : new L2Decay(decay, true));
  }

  private static Optimizer optimizer(JsonNode item) {
    double epsilon = item.path("eps").asDouble();
    double momentum = item.path("momentum").asDouble();
    return switch (item.get("optimizer").asText()) {
      case "sgd" -> new Sgd();
      case "momentum" -> new Momentum(momentum, false);
      case "nesterov" -> new Momentum(momentum, true);
      case "adam" -> new Adam(item.get("beta1").asDouble(), item.get("beta2").asDouble(), epsilon);
      case "adamw" ->
          new AdamW(item.get("beta1").asDouble(), item.get("beta2").asDouble(), epsilon);
      case "rmsprop" -> rmsProp(Form.TORCH, item, epsilon, momentum);
      case "rmsprop_paddle" -> rmsProp(Form.PADDLE, item, epsilon, momentum);
      default -> new AdaDelta(item.get("rho").asDouble(), epsilon);
    };
  }

  private static Optimizer rmsProp(Form form, JsonNode item, double epsilon, double momentum) {
    OptionalDouble rho = OptionalDouble.of(item.get("alpha").asDouble());
    return new RmsProp(form, rho, OptionalDouble.of(epsilon), momentum);
  }

  /** The tolerances of the oracle for 32-bit floats. */
  private static double tolerance(Optimizer optimizer) {
    return optimizer.family() == Optimizer.Family.SGD ? 2e-5 : 2e-4;
  }

  private static void follow(JsonNode item) {
    RecipeSpec recipe = recipe(item);
    Update update = Update.of(recipe, eightWeights());
    double tolerance = tolerance(recipe.optimizer());
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
      update.apply(w, g, item.get("lr").get(t).asDouble(), t);
      for (int i = 0; i < PARAMETERS; i++) {
        double expected = item.get("w").get(t).get(i).asDouble();
        assertEquals(
            expected,
            w.get(i),
            tolerance * Math.max(1, Math.abs(expected)),
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
