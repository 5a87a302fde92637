package dev.recipe4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.Tensor.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks start as PaddleClas, torchvision and Keras applications start them. */
class InitializationTest {
  private static final Shape INPUT = new Shape(3, 64, 64);

  /**
   * ppcls/arch/backbone: Paddle's default for convolutions, over all input channels even of a
   * depthwise one; MobileNetV1 asks for KaimingNormal everywhere, ResNet for a uniform head.
   */
  @Test
  void paddle() {
    Network v1 = MobileNetV1Description.of(0.25, 1000);
    assertEquals(normal(Math.sqrt(2.0 / 9)), of(v1, "block1.depthwise.conv", Kind.WEIGHT));
    assertEquals(normal(Math.sqrt(2.0 / 256)), of(v1, "head", Kind.WEIGHT));
    Network v2 = MobileNetV2Description.of(1, NetworkStyle.PADDLE, 1000);
    assertEquals(
        normal(Math.sqrt(2.0 / (9 * 32))), of(v2, "stage1.block1.depthwise.conv", Kind.WEIGHT));
    assertEquals(uniform(Math.sqrt(6.0 / 2280)), of(v2, "head", Kind.WEIGHT));
    Network v3 = mobileNetV3(NetworkStyle.PADDLE);
    assertEquals(normal(Math.sqrt(2.0 / 576)), of(v3, "head.conv", Kind.WEIGHT));
    assertEquals(uniform(Math.sqrt(6.0 / 2280)), of(v3, "head", Kind.WEIGHT));
    Network resNet = resNet(NetworkStyle.PADDLE);
    assertEquals(normal(Math.sqrt(2.0 / (49 * 3))), of(resNet, "stem.conv", Kind.WEIGHT));
    assertEquals(uniform(1 / Math.sqrt(2048)), of(resNet, "head", Kind.WEIGHT));
    assertEquals(constant(0), of(resNet, "head", Kind.BIAS));
  }

  /**
   * torchvision/models: kaiming_normal_ over the fan-out, for which PyTorch counts all filters of a
   * depthwise convolution; a normal of 0.01 for the dense layers of MobileNets, PyTorch's default
   * for that of ResNets.
   */
  @Test
  void torchvision() {
    Network v2 = MobileNetV2Description.of(1, NetworkStyle.TORCHVISION, 1000);
    assertEquals(normal(Math.sqrt(2.0 / (9 * 32))), of(v2, "stem.conv", Kind.WEIGHT));
    assertEquals(
        normal(Math.sqrt(2.0 / (9 * 32))), of(v2, "stage1.block1.depthwise.conv", Kind.WEIGHT));
    assertEquals(normal(0.01), of(v2, "head", Kind.WEIGHT));
    Network v3 = mobileNetV3(NetworkStyle.TORCHVISION);
    assertEquals(normal(Math.sqrt(2.0 / 8)), of(v3, "block1.se.squeeze", Kind.WEIGHT));
    assertEquals(constant(0), of(v3, "block1.se.squeeze", Kind.BIAS));
    assertEquals(normal(0.01), of(v3, "head.dense", Kind.WEIGHT));
    Network resNet = resNet(NetworkStyle.TORCHVISION);
    assertEquals(normal(Math.sqrt(2.0 / (49 * 64))), of(resNet, "stem.conv", Kind.WEIGHT));
    assertEquals(uniform(1 / Math.sqrt(2048)), of(resNet, "head", Kind.WEIGHT));
    assertEquals(uniform(1 / Math.sqrt(2048)), of(resNet, "head", Kind.BIAS));
  }

  /** keras/applications: the defaults of the layers, Glorot uniform. */
  @Test
  void keras() {
    Network v1 = MobileNetV1Description.of(0.25, NetworkStyle.KERAS, 1000);
    assertEquals(uniform(Math.sqrt(6.0 / (9 * (3 + 8)))), of(v1, "stem.conv", Kind.WEIGHT));
    assertEquals(
        uniform(Math.sqrt(6.0 / (9 * (8 + 1)))), of(v1, "block1.depthwise.conv", Kind.WEIGHT));
    assertEquals(uniform(Math.sqrt(6.0 / (256 + 1000))), of(v1, "head", Kind.WEIGHT));
    Network resNet = resNet(NetworkStyle.KERAS);
    assertEquals(constant(0), of(resNet, "stem.conv", Kind.BIAS));
  }

  @ParameterizedTest
  @EnumSource(NetworkStyle.class)
  void normalisationsStartAsIdentities(NetworkStyle style) {
    for (Network network : new Network[] {mobileNetV3(style), resNet(style)}) {
      for (ParameterLayout.Entry entry : ParameterLayout.of(network, INPUT).entries()) {
        switch (entry.tensor().kind()) {
          case GAMMA, VARIANCE -> assertEquals(constant(1), entry.tensor().initialization());
          case BETA, MEAN -> assertEquals(constant(0), entry.tensor().initialization());
          case WEIGHT, BIAS -> {}
        }
      }
    }
  }

  private static Network mobileNetV3(NetworkStyle style) {
    return new MobileNetV3Description(Size.SMALL, 1, style).network(1000);
  }

  private static Network resNet(NetworkStyle style) {
    return new ResNetDescription(50, Variant.B, Stem.IMAGENET, style).network(1000);
  }

  private static Initialization of(Network network, String layer, Kind kind) {
    return ParameterLayout.of(network, INPUT).entries().stream()
        .filter(entry -> entry.layer().name().equals(layer) && entry.tensor().kind() == kind)
        .map(entry -> entry.tensor().initialization())
        .findFirst()
        .orElseThrow();
  }

  private static Initialization normal(double deviation) {
    return new Initialization(Initialization.Distribution.NORMAL, deviation);
  }

  private static Initialization uniform(double bound) {
    return new Initialization(Initialization.Distribution.UNIFORM, bound);
  }

  private static Initialization constant(double value) {
    return new Initialization(Initialization.Distribution.CONSTANT, value);
  }
}
