package dev.recipe4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.MobileNetV2;
import dev.recipe4j.spec.MobileNetV3;
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
  void mobileNetV1InTheFlavourOfKeras() {
    // Keras applications print 4,253,864 for all parameters of width 1.
    NetworkAnalysis keras = analysis(new MobileNetV1(1, NetworkStyle.KERAS), 1000, IMAGENET);
    assertEquals(4_253_864, keras.parameters() + keras.buffers());
    assertEquals(new Shape(3, 225, 225), keras.shape("stem.pad"));
    assertEquals(new Shape(1024, 7, 7), keras.shape("block13.pointwise.relu6"));
    assertCounts(
        analysis(new MobileNetV1(.25, NetworkStyle.KERAS), 1000, IMAGENET),
        470_072,
        475_544,
        41.03);
  }

  @Test
  void mobileNetV2() {
    assertCounts(
        analysis(new MobileNetV2(.25, NetworkStyle.PADDLE), 1000, IMAGENET),
        1_517_392,
        1_527_856,
        30.48);
    for (NetworkStyle style : List.of(NetworkStyle.TORCHVISION, NetworkStyle.KERAS)) {
      assertCounts(
          analysis(new MobileNetV2(1, style), 1000, IMAGENET), 3_504_872, 3_538_984, 300.77);
    }
  }

  @Test
  void mobileNetV3() {
    assertCounts(mobileNetV3(Size.LARGE, NetworkStyle.PADDLE), 5_480_206, 5_504_638, 219.80);
    assertCounts(mobileNetV3(Size.SMALL, NetworkStyle.PADDLE), 2_939_958, 2_952_102, 60.12);
    for (NetworkStyle style : List.of(NetworkStyle.TORCHVISION, NetworkStyle.KERAS)) {
      NetworkAnalysis large = mobileNetV3(Size.LARGE, style);
      assertEquals(5_483_032, large.parameters());
      assertEquals(5_507_432, large.parameters() + large.buffers());
      assertEquals(216.6, large.multiplyAdds() / 1e6, 0.05);
      NetworkAnalysis small = mobileNetV3(Size.SMALL, style);
      assertEquals(2_542_856, small.parameters());
      assertEquals(2_554_968, small.parameters() + small.buffers());
      assertEquals(56.5, small.multiplyAdds() / 1e6, 0.05);
    }
  }

  private static NetworkAnalysis mobileNetV3(Size size, NetworkStyle style) {
    return analysis(new MobileNetV3(size, 1, style), 1000, IMAGENET);
  }

  @Test
  void paddingIsThatOfTensorFlow() {
    Operation.SamePadding padding = new Operation.SamePadding(5, 2);
    assertEquals(new Shape(8, 115, 117), padding.output(List.of(new Shape(8, 112, 113))));
    assertEquals(1, padding.before(112));
    assertEquals(2, padding.before(113));
  }

  @Test
  void scalingNeedsOneFactorForEachMap() {
    Operation scale = new Operation.Scale();
    Shape maps = new Shape(8, 7, 7);
    assertEquals(maps, scale.output(List.of(maps, new Shape(8, 1, 1))));
    assertThrows(
        IllegalArgumentException.class, () -> scale.output(List.of(maps, new Shape(4, 1, 1))));
    assertThrows(IllegalArgumentException.class, () -> scale.output(List.of(maps)));
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
    for (NetworkStyle style : List.of(NetworkStyle.PADDLE, NetworkStyle.TORCHVISION)) {
      assertCounts(
          analysis(resnet(50, Variant.B, style), 1000, IMAGENET), 25_557_032, 25_610_152, 4089.18);
    }
    // Keras applications print 25,636,712 for all parameters, 53,120 of them not trained.
    NetworkAnalysis keras = analysis(resnet(50, Variant.B, NetworkStyle.KERAS), 1000, IMAGENET);
    assertEquals(25_583_592, keras.parameters());
    assertEquals(53_120, keras.buffers());
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
  void aDropoutIsAddedBeforeTheClassifier() {
    Network plain = new MobileNetV1(.25).network(10);
    Network dropped = plain.withDropout(0.3);
    assertEquals(plain.layers().size() + 1, dropped.layers().size());
    assertEquals(new Operation.Dropout(0.3), readByTheOutput(dropped).operation());
    assertEquals(plain.output().inputs(), readByTheOutput(dropped).inputs());
    assertEquals(plain.output().operation(), dropped.output().operation());
  }

  @Test
  void aDropoutTakesThePlaceOfThePublishedOne() {
    Network published = new MobileNetV3(Size.SMALL, 1, NetworkStyle.PADDLE).network(10);
    assertEquals(new Operation.Dropout(0.2), readByTheOutput(published).operation());
    Network changed = published.withDropout(0.3);
    assertEquals(published.layers().size(), changed.layers().size());
    assertEquals(new Operation.Dropout(0.3), readByTheOutput(changed).operation());
  }

  private static Layer readByTheOutput(Network network) {
    String name = network.output().inputs().get(0);
    return network.layers().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
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
