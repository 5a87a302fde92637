package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.runtime.weights.Unit.Blocks;

/** The names of torchvision, which for ResNet are those of timm too. */
final class TorchvisionNames implements Naming {
  private final String family;
  private final Blocks blocks;

  TorchvisionNames(Network network) {
    this.family = network.name();
    this.blocks = Blocks.of(network);
  }

  /** Whether torchvision has networks of the family. */
  static boolean cover(Network network) {
    return (network.name().startsWith("ResNet") && !network.name().endsWith("_vd"))
        || network.name().equals("MobileNetV2")
        || network.name().startsWith("MobileNetV3");
  }

  @Override
  public String publisher() {
    return "torchvision";
  }

  @Override
  public PublishedTensor of(Entry entry) {
    Unit unit = Unit.of(entry.layer());
    String layer =
        family.startsWith("ResNet")
            ? resNet(unit)
            : family.equals("MobileNetV2") ? mobileNetV2(unit) : mobileNetV3(unit);
    // Other flavours have a convolution of one pixel there.
    boolean isMatrix = unit.name().equals(Unit.HIDDEN_HEAD) && Naming.isConvolutionWeight(entry);
    return new PublishedTensor(
        layer + "." + Naming.torchName(entry.tensor().kind()),
        isMatrix ? Arrangement.MATRIX : Arrangement.SAME);
  }

  private static String resNet(Unit unit) {
    if (!unit.isInBlock()) {
      return unit.name().equals(Unit.HEAD) ? "fc" : unit.isNorm() ? "bn1" : "conv1";
    }
    String block = "layer%d.%d.".formatted(unit.stage(), unit.block() - 1);
    if (unit.name().equals("shortcut")) {
      return block + (unit.isNorm() ? "downsample.1" : "downsample.0");
    }
    return block + (unit.isNorm() ? unit.name().replace("conv", "bn") : unit.name());
  }

  private String mobileNetV2(Unit unit) {
    if (!unit.isInBlock()) {
      return unit.name().equals(Unit.HEAD) ? "classifier.1" : outside(unit);
    }
    int depthwise = blocks.hasBeside(unit, "expand") ? 1 : 0;
    String block = "features.%d.conv.".formatted(blocks.index(unit) + 1);
    return switch (unit.name()) {
      case "expand" -> block + "0." + role(unit);
      case "depthwise" -> block + depthwise + "." + role(unit);
      default -> block + (depthwise + 1 + (unit.isNorm() ? 1 : 0));
    };
  }

  private String mobileNetV3(Unit unit) {
    if (!unit.isInBlock()) {
      return switch (unit.name()) {
        case Unit.HEAD -> "classifier.3";
        case Unit.HIDDEN_HEAD -> "classifier.0";
        default -> outside(unit);
      };
    }
    int depthwise = blocks.hasBeside(unit, "expand") ? 1 : 0;
    int project = depthwise + (blocks.hasBeside(unit, "se.squeeze") ? 2 : 1);
    String block = "features.%d.block.".formatted(blocks.index(unit) + 1);
    return switch (unit.name()) {
      case "expand" -> block + "0." + role(unit);
      case "depthwise" -> block + depthwise + "." + role(unit);
      case "se.squeeze" -> block + (depthwise + 1) + ".fc1";
      case "se.excite" -> block + (depthwise + 1) + ".fc2";
      default -> block + project + "." + role(unit);
    };
  }

  /** The stem and the last convolution. */
  private String outside(Unit unit) {
    int index = unit.name().equals("stem") ? 0 : blocks.count() + 1;
    return "features." + index + "." + role(unit);
  }

  private static String role(Unit unit) {
    return unit.isNorm() ? "1" : "0";
  }
}
