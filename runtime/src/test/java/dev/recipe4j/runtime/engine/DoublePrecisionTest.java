package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.NetworkPasses.Tolerance;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every network in 64-bit floats against an independent implementation: logits, loss and gradients
 * to eight digits.
 */
class DoublePrecisionTest {
  static Stream<OracleNetwork> networks() {
    return OracleNetwork.ALL.stream().limit(OracleNetwork.FAST);
  }

  static Stream<OracleNetwork> largerNetworks() {
    return OracleNetwork.ALL.stream().skip(OracleNetwork.FAST);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agrees(OracleNetwork oracle) throws IOException {
    boolean isTorchvision = oracle.name().startsWith("tv_");
    try (DoubleGraph graph =
        new DoubleGraph(
            oracle.network(),
            oracle.shape(),
            isTorchvision ? PyTorchHardSigmoid.in(oracle.network()) : configuration -> {})) {
      passes(oracle, graph).check(oracle, Tolerance.ofDoubles(oracle.numbers()));
    }
  }

  @ParameterizedTest
  @MethodSource("largerNetworks")
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void largerNetworksAgree(OracleNetwork oracle) throws IOException {
    agrees(oracle);
  }

  private static NetworkPasses passes(OracleNetwork oracle, DoubleGraph graph) throws IOException {
    Shape small = oracle.shape();
    Shape big = OracleNetwork.shape(oracle.numbers().at("/eval/big/input"));
    graph.set(parameters(oracle, graph.layout()));
    double[] images = OracleNetwork.images(0, 4, small);
    double[] trained = graph.logits(images, small, true);
    double loss = graph.train(images, small, oracle.labels());
    return new NetworkPasses(
        graph.logits(OracleNetwork.images(0, 1, small), small, false),
        graph.logits(OracleNetwork.images(1, 1, small), small, false),
        graph.logits(OracleNetwork.images(0, 1, big), big, false),
        loss,
        trained,
        graph.gradient(4));
  }

  static double[] parameters(OracleNetwork oracle, ParameterLayout layout) {
    double[] parameters = new double[Math.toIntExact(layout.size())];
    List<OracleTensor> tensors = oracle.tensors();
    for (int t = 0; t < tensors.size(); t++) {
      int offset = Math.toIntExact(layout.entries().get(t).offset());
      for (int i = 0; i < tensors.get(t).size(); i++) {
        parameters[offset + i] = tensors.get(t).value(i);
      }
    }
    return parameters;
  }
}
