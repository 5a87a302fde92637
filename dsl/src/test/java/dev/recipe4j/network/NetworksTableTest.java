package dev.recipe4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of docs/networks.md is computed from the descriptions. */
class NetworksTableTest {
  private final List<String> rows = new ArrayList<>();

  @Test
  void isUpToDate() throws IOException {
    resNets();
    mobileNets();
    List<String> documented =
        Files.readAllLines(Path.of("../docs/networks.md")).stream()
            .filter(line -> line.startsWith("| @"))
            .toList();
    assertEquals(String.join("\n", rows), String.join("\n", documented));
  }

  private void resNets() {
    for (NetworkStyle style : NetworkStyle.values()) {
      for (int depth : new int[] {18, 34, 50, 101, 152}) {
        // Keras has bottlenecks only.
        if (style != NetworkStyle.KERAS || depth >= 50) {
          row(
              "@ResNet(depth = %d)".formatted(depth),
              style,
              new ResNetDescription(depth, Variant.B, Stem.IMAGENET, style).network(1000));
        }
      }
    }
    for (int depth : new int[] {18, 34, 50, 101, 152}) {
      row(
          "@ResNet(depth = %d, variant = VD)".formatted(depth),
          NetworkStyle.PADDLE,
          new ResNetDescription(depth, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE)
              .network(1000));
    }
  }

  private void mobileNets() {
    for (NetworkStyle style : new NetworkStyle[] {NetworkStyle.PADDLE, NetworkStyle.KERAS}) {
      for (double width : new double[] {0.25, 0.5, 0.75, 1}) {
        row(named("@MobileNetV1(%s)", width), style, MobileNetV1Description.of(width, style, 1000));
      }
    }
    for (NetworkStyle style : NetworkStyle.values()) {
      for (double width : widthsOfMobileNetV2(style)) {
        row(named("@MobileNetV2(%s)", width), style, MobileNetV2Description.of(width, style, 1000));
      }
    }
    for (NetworkStyle style : NetworkStyle.values()) {
      for (Size size : Size.values()) {
        for (double width : widthsOfMobileNetV3(style)) {
          row(
              named("@MobileNetV3(size = " + size + ", %s)", width),
              style,
              new MobileNetV3Description(size, width, style).network(1000));
        }
      }
    }
  }

  /** Widths for which there are published weights. */
  private static double[] widthsOfMobileNetV2(NetworkStyle style) {
    return switch (style) {
      case PADDLE -> new double[] {0.25, 0.5, 0.75, 1, 1.5, 2};
      case TORCHVISION -> new double[] {1};
      case KERAS -> new double[] {0.35, 0.5, 0.75, 1, 1.3, 1.4};
    };
  }

  private static double[] widthsOfMobileNetV3(NetworkStyle style) {
    return switch (style) {
      case PADDLE -> new double[] {0.35, 0.5, 0.75, 1, 1.25};
      case TORCHVISION -> new double[] {1};
      case KERAS -> new double[] {0.75, 1};
    };
  }

  private static String named(String annotation, double width) {
    String number = width == Math.rint(width) ? String.valueOf((int) width) : String.valueOf(width);
    return annotation.formatted("width = " + number);
  }

  private void row(String annotation, NetworkStyle style, Network network) {
    NetworkAnalysis analysis = NetworkAnalysis.of(network, new Shape(3, 224, 224));
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %,d | %,d | %,.2f |",
            annotation,
            style,
            analysis.parameters(),
            analysis.parameters() + analysis.buffers(),
            analysis.multiplyAdds() / 1e6));
  }
}
