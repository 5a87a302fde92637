package dev.recipe4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.ResNet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published counts: PaddleClas's and torchvision's model pages, computed from the structures. */
class NetworksTest {
  private static final Shape IMAGENET = new Shape(3, 224, 224);

  private static NetworkAnalysis analysis(Model model, int classes, Shape input) {
    return NetworkAnalysis.of(model.network(classes), input);
  }

  private static Model resnet(int depth, Variant variant, NetworkStyle style) {
    return new ResNet(depth, variant, Stem.IMAGENET, style);
  }

  private static void assertCounts(
      NetworkAnalysis analysis, long parameters, long withBuffers, double millionMultiplyAdds) {
    assertEquals(parameters, analysis.parameters());
    assertEquals(withBuffers, analysis.parameters() + analysis.buffers());
    assertEquals(millionMultiplyAdds, analysis.multiplyAdds() / 1e6, 0.005);
  }

  @Test
  void leNet() {
    NetworkAnalysis analysis = analysis(new LeNet(), 10, new Shape(1, 28, 28));
    assertEquals(61_706, analysis.parameters());
    assertEquals(0, analysis.buffers());
  }

  @Test
  void mobileNetV1() {
    assertCounts(analysis(new MobileNetV1(.25), 1000, IMAGENET), 470_072, 475_544, 41.03);
    assertEquals(215_642, analysis(new MobileNetV1(.25), 10, IMAGENET).parameters());
  }

  @Test
  void resNet18() {
    assertCounts(
        analysis(resnet(18, Variant.B, NetworkStyle.PADDLE), 1000, IMAGENET),
        11_693_736,
        11_703_464,
        1826.92);
    assertCounts(
        analysis(resnet(18, Variant.B, NetworkStyle.TORCHVISION), 1000, IMAGENET),
        11_689_512,
        11_699_112,
        1814.07);
  }

  @Test
  void resNet34() {
    assertCounts(
        analysis(resnet(34, Variant.B, NetworkStyle.TORCHVISION), 1000, IMAGENET),
        21_797_672,
        21_814_696,
        3663.76);
  }

  @Test
  void resNet50() {
    for (NetworkStyle style : NetworkStyle.values()) {
      assertCounts(
          analysis(resnet(50, Variant.B, style), 1000, IMAGENET), 25_557_032, 25_610_152, 4089.18);
    }
    assertCounts(
        analysis(resnet(50, Variant.VD, NetworkStyle.PADDLE), 1000, IMAGENET),
        25_576_264,
        25_629_512,
        4328.82);
  }

  @Test
  void resNet18ForSmallImages() {
    Shape input = new Shape(3, 32, 32);
    Model paddle = new ResNet(18, Variant.B, Stem.SMALL, NetworkStyle.PADDLE);
    Model torch = new ResNet(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION);
    assertEquals(11_178_186, analysis(paddle, 10, input).parameters());
    assertEquals(11_173_962, analysis(torch, 10, input).parameters());
  }

  @Test
  void layoutHasNoGaps() {
    Network network = new ResNet(18, Variant.B, Stem.SMALL, NetworkStyle.PADDLE).network(10);
    ParameterLayout layout = ParameterLayout.of(network, new Shape(3, 32, 32));
    long expected = 0;
    for (ParameterLayout.Entry entry : layout.entries()) {
      assertEquals(expected, entry.offset());
      expected = entry.end();
    }
    assertEquals(expected, layout.size());
    assertTrue(network.hasBatchNormalization());
  }

  @Test
  void anInputThatDoesNotFitNamesTheLayer() {
    Network network = new LeNet().network(10);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> NetworkAnalysis.of(network, new Shape(1, 6, 6)));
    assertEquals(
        "LeNet, layer conv2: a 5x5 kernel does not fit 3 pixels padded by 0", e.getMessage());
  }

  @Test
  void aNetworkRefusesUnknownAndRepeatedLayers() {
    Network.Builder net = Network.named("net");
    Operation add = new Operation.Add();
    assertThrows(IllegalArgumentException.class, () -> net.add("a", add, "nowhere"));
    net.add("a", add, Network.INPUT);
    assertThrows(IllegalArgumentException.class, () -> net.add("a", add, Network.INPUT));
    assertEquals(List.of(Network.INPUT), net.build().output().inputs());
  }
}
