package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.engine.NetworkPasses.Tolerance;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluation and a training step of the compiled engine against an independent implementation. */
class CompiledOracleTest {
  static Stream<Arguments> networks() {
    return withAlgorithms(OracleNetwork.ALL.stream().limit(OracleNetwork.FAST));
  }

  static Stream<Arguments> largerNetworks() {
    return withAlgorithms(OracleNetwork.ALL.stream().skip(OracleNetwork.FAST));
  }

  private static Stream<Arguments> withAlgorithms(Stream<OracleNetwork> networks) {
    return networks.flatMap(
        network ->
            Stream.of(ConvolutionAlgorithm.values())
                .map(algorithm -> Arguments.of(network, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agreesWithTheOracle(OracleNetwork oracle, ConvolutionAlgorithm algorithm)
      throws IOException {
    try (Engine engine = new CompiledEngine(oracle.network(), oracle.shape(), 1, algorithm)) {
      OracleTest.check(engine, oracle, Tolerance.ofFloats(oracle.numbers()));
    }
  }

  /** Half a minute more: run by the profile {@code slow}. */
  @ParameterizedTest
  @MethodSource("largerNetworks")
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void largerNetworksAgreeWithTheOracle(OracleNetwork oracle, ConvolutionAlgorithm algorithm)
      throws IOException {
    agreesWithTheOracle(oracle, algorithm);
  }
}
