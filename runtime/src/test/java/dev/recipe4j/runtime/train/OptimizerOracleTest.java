package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.RmsProp.Form;
import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.spec.AdaDelta;
import dev.recipe4j.spec.Adam;
import dev.recipe4j.spec.AdamW;
import dev.recipe4j.spec.Batch;
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
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every optimiser against golden trajectories of 12 updates, through the step of a run. */
class OptimizerOracleTest {
  private static final Shape INPUT = new Shape(4, 1, 1);
  private static final int EXAMPLES = 4;
  private static final int PARAMETERS = 8;
  private static final int STEPS = 12;

  /**
   * Forms that only ND4J (or Sutskever) has and that the language does not offer, with their
   * number: the learning rate within the velocity, Adam's epsilon before the correction, RMSProp
   * whose mean square starts at epsilon.
   */
  private static final Map<String, Integer> LEFT_OUT =
      Map.of("momentum_lr_inside", 6, "nesterov_lr_inside", 6, "adam_nd4j", 2, "rmsprop_nd4j", 4);

  /** In one shard and in two, which have the same gradient. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void followsTheGoldenTrajectories(int shards) throws IOException {
    int followed = 0;
    Map<String, Integer> leftOut = new TreeMap<>();
    for (JsonNode item : Oracle.json("optimizers.json").get("cases")) {
      String form = item.get("optimizer").asText();
      if (LEFT_OUT.containsKey(form)) {
        leftOut.merge(form, 1, Integer::sum);
      } else {
        follow(item, shards);
        followed++;
      }
    }
    assertEquals(62, followed);
    assertEquals(new TreeMap<>(LEFT_OUT), leftOut);
  }

  private static RecipeSpec recipe(JsonNode item, int shards) {
    double decay = item.get("weight_decay").asDouble();
    boolean isDecoupled = item.path("decay").asText().startsWith("decoupled");
    return RecipeSpec.of(
        new Batch(EXAMPLES, 1, shards, false),
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
      case "adadelta" -> new AdaDelta(item.get("rho").asDouble(), epsilon);
      default -> throw new IllegalArgumentException("no component for " + item.get("id"));
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

  private static void follow(JsonNode item, int shards) {
    RecipeSpec recipe = recipe(item, shards);
    double tolerance = tolerance(recipe.optimizer());
    GoldenGradient engine = new GoldenGradient();
    TrainingStep step = new TrainingStep(engine, recipe, LossWeights.EQUAL);
    Minibatch batch =
        new Minibatch(
            EXAMPLES, INPUT, FloatBuffers.direct(EXAMPLES * INPUT.size()), new int[EXAMPLES]);
    for (int t = 0; t < STEPS; t++) {
      engine.beginUpdate(0, t);
      step.take(batch, UnaryOperator.identity(), item.get("lr").get(t).asDouble(), t, new Tally(2));
      for (int i = 0; i < PARAMETERS; i++) {
        double expected = item.get("w").get(t).get(i).asDouble();
        assertEquals(
            expected,
            engine.parameters().get(i),
            tolerance * Math.max(1, Math.abs(expected)),
            item.get("id").asText() + " step " + t);
      }
    }
  }

  /** The oracle's eight parameters and their gradient. */
  private static final class GoldenGradient implements Engine {
    private final Network network;
    private final ParameterLayout layout;
    private final FloatBuffer parameters = FloatBuffers.direct(PARAMETERS);
    private long t;

    GoldenGradient() {
      Operation.Dense dense = new Operation.Dense(2, DenseInitialization.KAIMING_NORMAL);
      Network.Builder net = Network.named("golden");
      net.add("dense", dense, Network.INPUT);
      network = net.build();
      Layer layer = network.layers().get(0);
      layout =
          new ParameterLayout(
              List.of(new ParameterLayout.Entry(layer, dense.tensors(INPUT).get(0), 0)),
              PARAMETERS);
      for (int i = 0; i < PARAMETERS; i++) {
        parameters.put(i, (float) (0.3 * (i + 1) * (i % 2 == 0 ? 1 : -1)));
      }
    }

    @Override
    public double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits) {
      for (int i = 0; i < PARAMETERS; i++) {
        double value =
            (0.2 + 0.15 * i) * parameters.get(i) + 0.1 * (i - 3.5) + 0.05 * ((i + 2 * t) % 5 - 2);
        gradient.put(i, (float) value);
      }
      return 1;
    }

    @Override
    public void beginUpdate(long seed, long update) {
      t = update;
    }

    @Override
    public String name() {
      return "golden";
    }

    @Override
    public Network network() {
      return network;
    }

    @Override
    public Shape input() {
      return INPUT;
    }

    @Override
    public ParameterLayout layout() {
      return layout;
    }

    @Override
    public FloatBuffer parameters() {
      return parameters;
    }

    @Override
    public void weighClasses(LossWeights weights) {}

    @Override
    public void logits(Minibatch batch, FloatBuffer logits) {}

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public void close() {}
  }
}
