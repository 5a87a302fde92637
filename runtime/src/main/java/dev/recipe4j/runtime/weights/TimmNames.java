package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.runtime.weights.Unit.Blocks;

/**
 * The names of timm where they are its own: ResNet-D ({@code resnet50d}), {@code mobilenetv2_*} and
 * {@code tf_mobilenetv3_*}. Its other ResNets are named as torchvision's.
 */
final class TimmNames implements Naming {
  /** Blocks of each of timm's stages of MobileNetV3. */
  private static final int[] LARGE = {1, 2, 3, 4, 2, 3};

  private static final int[] SMALL = {1, 2, 3, 2, 3};

  private final String family;
  private final Blocks blocks;

  TimmNames(Network network) {
    this.family = network.name();
    this.blocks = Blocks.of(network);
  }

  /** Whether timm has names of its own for the family. */
  static boolean cover(Network network) {
    return (network.name().startsWith("ResNet") && network.name().endsWith("_vd"))
        || network.name().equals("MobileNetV2")
        || network.name().startsWith("MobileNetV3");
  }

  @Override
  public String publisher() {
    return "timm";
  }

  @Override
  public PublishedTensor of(Entry entry) {
    Unit unit = Unit.of(entry.layer());
    String layer = family.startsWith("ResNet") ? resNet(unit) : mobileNet(unit);
    boolean isPixel = unit.name().equals(Unit.HIDDEN_HEAD) && Naming.isDenseWeight(entry);
    return new PublishedTensor(
        layer + "." + Naming.torchName(entry.tensor().kind()),
        isPixel ? Arrangement.PIXEL : Arrangement.SAME);
  }

  /** The pooling of a shortcut counts, even where it does nothing. */
  private static String resNet(Unit unit) {
    if (unit.isInBlock()) {
      String block = "layer%d.%d.".formatted(unit.stage(), unit.block() - 1);
      if (unit.name().equals("shortcut")) {
        return block + (unit.isNorm() ? "downsample.2" : "downsample.1");
      }
      return block + (unit.isNorm() ? unit.name().replace("conv", "bn") : unit.name());
    }
    return switch (unit.name()) {
      case "stem1" -> unit.isNorm() ? "conv1.1" : "conv1.0";
      case "stem2" -> unit.isNorm() ? "conv1.4" : "conv1.3";
      case "stem3" -> unit.isNorm() ? "bn1" : "conv1.6";
      default -> "fc";
    };
  }

  private String mobileNet(Unit unit) {
    if (!unit.isInBlock()) {
      return switch (unit.name()) {
        case "stem" -> unit.isNorm() ? "bn1" : "conv_stem";
        case "last" -> last(unit);
        case Unit.HIDDEN_HEAD -> "conv_head";
        default -> "classifier";
      };
    }
    String block = place(unit);
    boolean expands = blocks.hasBeside(unit, "expand");
    return switch (unit.name()) {
      case "expand" -> block + (unit.isNorm() ? "bn1" : "conv_pw");
      case "depthwise" -> block + (unit.isNorm() ? (expands ? "bn2" : "bn1") : "conv_dw");
      case "se.squeeze" -> block + "se.conv_reduce";
      case "se.excite" -> block + "se.conv_expand";
      default ->
          block + (unit.isNorm() ? (expands ? "bn3" : "bn2") : (expands ? "conv_pwl" : "conv_pw"));
    };
  }

  private String last(Unit unit) {
    if (family.equals("MobileNetV2")) {
      return unit.isNorm() ? "bn2" : "conv_head";
    }
    return "blocks.%d.0.%s".formatted(stages().length, unit.isNorm() ? "bn1" : "conv");
  }

  private String place(Unit unit) {
    if (family.equals("MobileNetV2")) {
      return "blocks.%d.%d.".formatted(unit.stage() - 1, unit.block() - 1);
    }
    int stage = 0;
    int index = blocks.index(unit);
    while (index >= stages()[stage]) {
      index -= stages()[stage];
      stage++;
    }
    return "blocks.%d.%d.".formatted(stage, index);
  }

  private int[] stages() {
    return family.endsWith("large") ? LARGE : SMALL;
  }
}
