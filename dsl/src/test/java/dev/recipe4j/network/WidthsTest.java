package dev.recipe4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Networks of other widths, depths and heads, against published counts and the rules of rounding.
 */
class WidthsTest {
  private static final Shape IMAGENET = new Shape(3, 224, 224);

  /**
   * The table of Keras's MobileNetV2, which counts multiply-adds and parameters of convolutions and
   * the dense layer.
   */
  @ParameterizedTest
  @CsvSource({
    "1.4, 582, 6.06",
    "1.3, 509, 5.34",
    "1.0, 300, 3.47",
    "0.75, 209, 2.61",
    "0.5, 97, 1.95",
    "0.35, 59, 1.66"
  })
  void mobileNetV2(double width, double millionMultiplyAdds, double millionParameters) {
    Network network = MobileNetV2Description.of(width, NetworkStyle.KERAS, 1000);
    assertEquals(millionMultiplyAdds, multiplyAdds(network) / 1e6, 1);
    assertEquals(millionParameters, withoutNorm(network) / 1e6, 0.005);
  }

  /** The table of the MobileNet paper (arXiv 1704.04861, table 6). */
  @ParameterizedTest
  @CsvSource({"1, 569, 4.2", "0.75, 325, 2.6", "0.5, 149, 1.3", "0.25, 41, 0.5"})
  void mobileNetV1(double width, double millionMultiplyAdds, double millionParameters) {
    Network network = MobileNetV1Description.of(width, NetworkStyle.KERAS, 1000);
    assertEquals(millionMultiplyAdds, multiplyAdds(network) / 1e6, 1);
    assertEquals(millionParameters, withoutNorm(network) / 1e6, 0.05);
  }

  /** The table of Keras's MobileNetV3, whose narrow network differs from torchvision's rule. */
  @ParameterizedTest
  @CsvSource({"1, 217, 5.4", "0.75, 155, 4.0"})
  void mobileNetV3OfKeras(double width, double millionMultiplyAdds, double millionParameters) {
    Network network =
        new MobileNetV3Description(Size.LARGE, width, NetworkStyle.KERAS).network(1000);
    assertEquals(millionMultiplyAdds, multiplyAdds(network) / 1e6, 1);
    assertEquals(millionParameters, withoutNorm(network) / 1e6, 0.06);
  }

  /**
   * Filters of the first and last convolutions and of one in the middle, by each library's rule.
   */
  @ParameterizedTest
  @CsvSource({
    // int(c * width)
    "PADDLE, 0.35, 11, 112, 1280",
    "PADDLE, 1.5, 48, 480, 1920",
    // Multiples of 8; the stem of 11.2 is 16, for 8 is less than 90 % of it.
    "TORCHVISION, 0.35, 16, 112, 1280",
    "TORCHVISION, 1.4, 48, 448, 1792",
    // Keras cuts 17.9 to 17, of which 16 is more than 90 %.
    "TORCHVISION, 0.0559, 8, 24, 1280",
    "KERAS, 0.0559, 8, 16, 1280"
  })
  void roundingOfMobileNetV2(NetworkStyle style, double width, int stem, int block, int last) {
    Network network = MobileNetV2Description.of(width, style, 10);
    assertEquals(stem, filters(network, "stem.conv"));
    assertEquals(block, filters(network, "stage7.block1.project.conv"));
    assertEquals(last, filters(network, "last.conv"));
  }

  @ParameterizedTest
  @CsvSource({
    "PADDLE, 0.75, 16, 152, 120, 720, 1280",
    "TORCHVISION, 0.75, 16, 152, 120, 720, 960",
    // 2.5 times 64 instead of 200 times 0.75.
    "KERAS, 0.75, 16, 160, 120, 720, 1280",
    "TORCHVISION, 1.25, 24, 248, 200, 1200, 1600",
    "KERAS, 1.25, 16, 264, 200, 1200, 1600"
  })
  void roundingOfMobileNetV3(
      NetworkStyle style, double width, int stem, int expanded, int block, int last, int head) {
    Network network = new MobileNetV3Description(Size.LARGE, width, style).network(10);
    assertEquals(stem, filters(network, "stem.conv"));
    assertEquals(expanded, filters(network, "block8.expand.conv"));
    assertEquals(block, filters(network, "block15.project.conv"));
    assertEquals(last, filters(network, "last.conv"));
    NetworkAnalysis analysis = NetworkAnalysis.of(network, IMAGENET);
    assertEquals(head, analysis.shape("head.hardswish").channels());
  }

  /** Counts that torchvision's pages give. */
  @ParameterizedTest
  @CsvSource({"101, 44549160", "152, 60192808"})
  void deepResNets(int depth, long parameters) {
    for (NetworkStyle style : new NetworkStyle[] {NetworkStyle.PADDLE, NetworkStyle.TORCHVISION}) {
      Network network = new ResNetDescription(depth, Variant.B, Stem.IMAGENET, style).network(1000);
      assertEquals(parameters, NetworkAnalysis.of(network, IMAGENET).parameters());
    }
  }

  /** A class more costs its weights and its bias. */
  @ParameterizedTest
  @EnumSource(NetworkStyle.class)
  void headsOfOtherSizes(NetworkStyle style) {
    assertHead(
        MobileNetV1Description.of(0.25, style, 7),
        MobileNetV1Description.of(0.25, style, 1000),
        256);
    assertHead(
        MobileNetV2Description.of(0.5, style, 7),
        MobileNetV2Description.of(0.5, style, 1000),
        1280);
    MobileNetV3Description large = new MobileNetV3Description(Size.LARGE, 1, style);
    assertHead(large.network(7), large.network(1000), 1280);
    ResNetDescription deep = new ResNetDescription(50, Variant.B, Stem.IMAGENET, style);
    assertHead(deep.network(7), deep.network(1000), 2048);
  }

  private static void assertHead(Network seven, Network thousand, int features) {
    long difference =
        NetworkAnalysis.of(thousand, IMAGENET).parameters()
            - NetworkAnalysis.of(seven, IMAGENET).parameters();
    assertEquals((1000L - 7) * (features + 1), difference, thousand.name());
  }

  private static long multiplyAdds(Network network) {
    return NetworkAnalysis.of(network, IMAGENET).multiplyAdds();
  }

  private static long withoutNorm(Network network) {
    return ParameterLayout.of(network, IMAGENET).entries().stream()
        .map(ParameterLayout.Entry::tensor)
        .filter(tensor -> tensor.kind() == Tensor.Kind.WEIGHT || tensor.kind() == Tensor.Kind.BIAS)
        .mapToLong(Tensor::size)
        .sum();
  }

  private static int filters(Network network, String name) {
    return network.layers().stream()
        .filter(layer -> layer.name().equals(name))
        .map(layer -> ((Operation.Convolution) layer.operation()).filters())
        .findFirst()
        .orElseThrow();
  }
}
