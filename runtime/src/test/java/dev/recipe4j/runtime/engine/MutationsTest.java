package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.engine.NetworkPasses.Tolerance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/**
 * The checks against the golden numbers have power: each typical mistake that keeps the number of
 * parameters, made in our networks, fails the check of evaluation logits in 32-bit floats; and it
 * moves them by as much as the independent implementation found when it made the same mistake.
 */
class MutationsTest {
  /**
   * A mistake of the list.
   *
   * @param change what it moves an evaluation logit by, at most
   */
  record Mutation(String network, String mistake, double change) {
    @Override
    public String toString() {
      return network + ": " + mistake;
    }
  }

  static Stream<Mutation> fast() throws IOException {
    return all().filter(mutation -> !mutation.network().equals("tv_resnet50"));
  }

  static Stream<Mutation> slow() throws IOException {
    return all().filter(mutation -> mutation.network().equals("tv_resnet50"));
  }

  private static Stream<Mutation> all() throws IOException {
    JsonNode results = Oracle.json("networks/MUTATIONS.json").get("results");
    return StreamSupport.stream(results.spliterator(), false)
        .map(
            node ->
                new Mutation(
                    node.get("network").asText(),
                    node.get("mutation").asText(),
                    node.get("eval_logit_max_change").asDouble()));
  }

  @ParameterizedTest
  @MethodSource("fast")
  void isSeen(Mutation mutation) throws IOException {
    OracleNetwork oracle = OracleNetwork.named(mutation.network());
    JsonNode eval = oracle.numbers().get("eval");
    Shape shape = oracle.shape();
    double[] first = OracleNetwork.images(0, 1, shape);
    double[] second = OracleNetwork.images(1, 1, shape);
    if (mutation.mistake().equals("BGR input")) {
      reverseChannels(first, shape);
      reverseChannels(second, shape);
    }
    NetworkPasses passes;
    try (DoubleGraph graph =
        new DoubleGraph(mutated(oracle.network(), mutation), shape, graphMistake(mutation))) {
      double[] parameters = DoublePrecisionTest.parameters(oracle, graph.layout());
      if (mutation.mistake().startsWith("true convolution")) {
        flipKernels(parameters, graph.layout());
      }
      graph.set(parameters);
      passes =
          new NetworkPasses(
              graph.logits(first, shape, false),
              graph.logits(second, shape, false),
              new double[0],
              0,
              new double[0],
              new double[0]);
    }
    Tolerance tolerance = Tolerance.ofFloats(oracle.numbers());
    assertThrows(AssertionFailedError.class, () -> passes.checkEvaluation(eval, tolerance));
    double change = 0;
    for (int k = 0; k < passes.small().length; k++) {
      double right = eval.at("/small/logits_f64").get(k).asDouble();
      change = Math.max(change, Math.abs(passes.small()[k] - right));
    }
    assertTrue(change > 5 * tolerance.small(), "a change of " + change);
    // They give four digits.
    assertEquals(mutation.change(), change, 1e-3 * mutation.change());
  }

  @ParameterizedTest
  @MethodSource("slow")
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void isSeenInLargeNetworks(Mutation mutation) throws IOException {
    isSeen(mutation);
  }

  private static Network mutated(Network network, Mutation mutation) {
    String mistake = mutation.mistake();
    if (mistake.startsWith("bn_eps")) {
      double epsilon = Double.parseDouble(mistake.substring(mistake.lastIndexOf(' ') + 1));
      return with(
          network,
          BatchNormalization.class,
          norm -> new BatchNormalization(epsilon, norm.momentum(), norm.runningVariance()));
    }
    if (mistake.startsWith("stride-2 convs padded like TF SAME")) {
      return paddedLikeTensorFlow(network);
    }
    if (mistake.startsWith("stride on the first 1x1")) {
      return stridedFirst(network);
    }
    return switch (mistake) {
      case "max-pool without padding, ceil" ->
          with(
              network,
              Pooling.class,
              pool -> new Pooling(pool.statistic(), pool.kernel(), pool.stride(), 0, true));
      case "average pool in the shortcut -> max pool" ->
          with(
              network,
              Pooling.class,
              pool ->
                  new Pooling(
                      Pooling.Statistic.MAXIMUM,
                      pool.kernel(),
                      pool.stride(),
                      pool.padding(),
                      pool.ceil()));
      case "ReLU6 -> ReLU" -> withFunction(network, Function.RELU6, Function.RELU);
      case "ReLU -> ReLU6" -> withFunction(network, Function.RELU, Function.RELU6);
      case "hard-sigmoid slope .2 -> 1/6" ->
          with(network, HardSigmoid.class, sigmoid -> new HardSigmoid(1.0 / 6, sigmoid.offset()));
      // Made elsewhere: in the image, in the weights, in the graph.
      case "BGR input", "true convolution (kernel flipped)", "hard-swish -> swish" -> network;
      default -> throw new IllegalArgumentException("an unknown mistake: " + mistake);
    };
  }

  private static <T extends Operation> Network with(
      Network network, Class<T> type, UnaryOperator<T> change) {
    Network.Builder changed = Network.named(network.name());
    for (Layer layer : network.layers()) {
      Operation operation =
          type.isInstance(layer.operation())
              ? change.apply(type.cast(layer.operation()))
              : layer.operation();
      changed.add(layer.name(), operation, layer.inputs().toArray(String[]::new));
    }
    return changed.build();
  }

  private static Network withFunction(Network network, Function right, Function wrong) {
    return with(
        network,
        Activation.class,
        activation -> activation.function() == right ? new Activation(wrong) : activation);
  }

  private static Network paddedLikeTensorFlow(Network network) {
    Network.Builder changed = Network.named(network.name());
    for (Layer layer : network.layers()) {
      String[] inputs = layer.inputs().toArray(String[]::new);
      if (layer.operation() instanceof Convolution right && right.stride() == 2) {
        String padded =
            changed.add(layer.name() + ".pad", new SamePadding(right.kernel(), 2), inputs);
        changed.add(layer.name(), withStrideAndPadding(right, 2, 0), padded);
      } else {
        changed.add(layer.name(), layer.operation(), inputs);
      }
    }
    return changed.build();
  }

  /** The stride of a bottleneck moves from its second convolution to its first. */
  private static Network stridedFirst(Network network) {
    List<String> strided = new ArrayList<>();
    for (Layer layer : network.layers()) {
      if (layer.name().endsWith(".conv2.conv")
          && layer.operation() instanceof Convolution second
          && second.stride() == 2) {
        strided.add(layer.name());
        strided.add(layer.name().replace(".conv2.", ".conv1."));
      }
    }
    Network.Builder changed = Network.named(network.name());
    for (Layer layer : network.layers()) {
      Operation operation =
          strided.contains(layer.name()) && layer.operation() instanceof Convolution right
              ? withStrideAndPadding(right, 3 - right.stride(), right.padding())
              : layer.operation();
      changed.add(layer.name(), operation, layer.inputs().toArray(String[]::new));
    }
    return changed.build();
  }

  private static Convolution withStrideAndPadding(Convolution right, int stride, int padding) {
    return new Convolution(
        right.filters(), right.kernel(), stride, padding, right.groups(), right.bias());
  }

  /**
   * Our language has no swish: the vertices of a hard-swish are changed; theirs left the head's.
   */
  private static Consumer<ComputationGraphConfiguration> graphMistake(Mutation mutation) {
    if (!mutation.mistake().equals("hard-swish -> swish")) {
      return configuration -> {};
    }
    return configuration -> {
      Map<String, GraphVertex> vertices = configuration.getVertices();
      for (String name : List.copyOf(vertices.keySet())) {
        if (name.endsWith("hardswish") && !name.startsWith("head")) {
          vertices.put(name + "/shift", new ShiftVertex(0));
          setActivation(Optional.ofNullable(vertices.get(name + "/relu6")).orElseThrow());
          vertices.put(name, new ScaleVertex(1));
        }
      }
    };
  }

  private static void setActivation(GraphVertex vertex) {
    NeuralNetConfiguration configuration =
        Optional.of(vertex)
            .map(LayerVertex.class::cast)
            .map(LayerVertex::getLayerConf)
            .orElseThrow();
    ((ActivationLayer) configuration.getLayer())
        .setActivationFn(org.nd4j.linalg.activations.Activation.SIGMOID.getActivationFunction());
  }

  private static void reverseChannels(double[] image, Shape shape) {
    int size = shape.height() * shape.width();
    int last = shape.channels() - 1;
    for (int i = 0; i < size; i++) {
      double first = image[i];
      image[i] = image[last * size + i];
      image[last * size + i] = first;
    }
  }

  private static void flipKernels(double[] parameters, ParameterLayout layout) {
    for (ParameterLayout.Entry entry : layout.entries()) {
      List<Integer> shape = entry.tensor().shape();
      if (shape.size() == 4) {
        int taps = shape.get(2) * shape.get(3);
        for (int kernel = (int) entry.offset(); kernel < entry.end(); kernel += taps) {
          for (int i = 0; i < taps / 2; i++) {
            double first = parameters[kernel + i];
            parameters[kernel + i] = parameters[kernel + taps - 1 - i];
            parameters[kernel + taps - 1 - i] = first;
          }
        }
      }
    }
  }
}
