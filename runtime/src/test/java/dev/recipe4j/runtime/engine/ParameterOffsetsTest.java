package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DL4J lays out the parameters of every network as its description says, and counts them alike. */
class ParameterOffsetsTest {
  static Stream<Arguments> networks() {
    Shape large = new Shape(3, 64, 64);
    Shape small = new Shape(3, 32, 32);
    return Stream.of(
        Arguments.of(LeNetDescription.of(10), new Shape(1, 28, 28), 61_706, 61_706),
        Arguments.of(MobileNetV1Description.of(0.25, 1000), large, 470_072, 475_544),
        Arguments.of(
            resNet(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION, 10),
            small,
            11_173_962,
            11_183_562),
        Arguments.of(
            resNet(18, Variant.B, Stem.SMALL, NetworkStyle.PADDLE, 10),
            small,
            11_178_186,
            11_187_914),
        Arguments.of(
            resNet(50, Variant.B, Stem.IMAGENET, NetworkStyle.PADDLE, 1000),
            large,
            25_557_032,
            25_610_152),
        Arguments.of(
            resNet(50, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE, 1000),
            large,
            25_576_264,
            25_629_512));
  }

  /** Building an engine compares the offset and size of every tensor. */
  @ParameterizedTest
  @MethodSource("networks")
  void agree(Network network, Shape input, long trained, long all) {
    assertEquals(trained, NetworkAnalysis.of(network, input).parameters());
    try (ReferenceEngine engine = new ReferenceEngine(network, input, 1)) {
      assertEquals(all, engine.layout().size());
      assertEquals(all, engine.graph().numParams());
    }
  }

  /** A graph that is written and read again must not fall back to DL4J's own order. */
  @Test
  void orderSurvivesSerialisation() {
    Network network = resNet(18, Variant.B, Stem.SMALL, NetworkStyle.PADDLE, 10);
    Shape input = new Shape(3, 32, 32);
    try (ReferenceEngine engine = new ReferenceEngine(network, input, 1)) {
      String json = engine.graph().getConfiguration().toJson();
      ComputationGraph again = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
      again.init();
      GraphLayoutCheck.check(engine.layout(), again);
    }
  }

  private static Network resNet(
      int depth, Variant variant, Stem stem, NetworkStyle style, int classes) {
    return new ResNetDescription(depth, variant, stem, style).network(classes);
  }
}
