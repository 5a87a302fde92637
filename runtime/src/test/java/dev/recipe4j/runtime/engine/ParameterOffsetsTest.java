package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.MobileNetV2Description;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

  static Stream<Network> flavours() {
    Stream.Builder<Network> networks = Stream.builder();
    for (NetworkStyle style : NetworkStyle.values()) {
      networks.add(MobileNetV1Description.of(0.5, style, 10));
      networks.add(MobileNetV2Description.of(0.35, style, 10));
      networks.add(new MobileNetV3Description(Size.LARGE, 0.35, style).network(10));
      networks.add(new MobileNetV3Description(Size.SMALL, 0.75, style).network(10));
      networks.add(resNet(50, Variant.B, Stem.SMALL, style, 10));
    }
    networks.add(resNet(34, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE, 10));
    return networks.build();
  }

  /** Building an engine compares the offset and size of every tensor. */
  @ParameterizedTest
  @MethodSource("flavours")
  void agreeInEveryFlavour(Network network) {
    Shape input = new Shape(3, 32, 32);
    NetworkAnalysis analysis = NetworkAnalysis.of(network, input);
    try (ReferenceEngine engine = new ReferenceEngine(network, input, 1)) {
      assertEquals(analysis.parameters() + analysis.buffers(), engine.graph().numParams());
    }
  }

  static Stream<Integer> deep() {
    return Stream.of(101, 152);
  }

  @ParameterizedTest
  @MethodSource("deep")
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void agreeInDeepResNets(int depth) {
    agreeInEveryFlavour(resNet(depth, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE, 1000));
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
