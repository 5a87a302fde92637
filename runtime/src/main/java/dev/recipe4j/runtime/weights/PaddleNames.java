package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.weights.Unit.Blocks;
import java.util.Map;

/** The names of PaddleClas's dynamic graphs ({@code legendary_models}, MobileNetV2 apart). */
final class PaddleNames implements Naming {
  private static final Map<String, String> UNITS =
      Map.of(
          "expand",
          "expand_conv",
          "depthwise",
          "bottleneck_conv",
          "project",
          "linear_conv",
          "se.squeeze",
          "mid_se.conv1",
          "se.excite",
          "mid_se.conv2",
          "stem",
          "conv",
          "last",
          "last_second_conv",
          Unit.HIDDEN_HEAD,
          "last_conv",
          Unit.HEAD,
          "fc");

  private final String family;
  private final Blocks blocks;

  PaddleNames(Network network) {
    this.family = network.name();
    this.blocks = Blocks.of(network);
  }

  /** Whether PaddleClas has networks of the family. */
  static boolean cover(Network network) {
    return network.name().startsWith("ResNet") || network.name().startsWith("MobileNet");
  }

  @Override
  public String publisher() {
    return "PaddleClas";
  }

  @Override
  public PublishedTensor of(Entry entry) {
    Unit unit = Unit.of(entry.layer());
    String layer =
        switch (family) {
          case "MobileNetV1" -> mobileNetV1(unit);
          case "MobileNetV2" -> mobileNetV2(unit);
          default -> family.startsWith("ResNet") ? resNet(unit) : mobileNetV3(unit);
        };
    return new PublishedTensor(
        layer + "." + tensorName(entry.tensor().kind()), arrangement(unit, entry));
  }

  private static Arrangement arrangement(Unit unit, Entry entry) {
    if (!Naming.isDenseWeight(entry)) {
      return Arrangement.SAME;
    }
    return unit.name().equals(Unit.HIDDEN_HEAD) ? Arrangement.PIXEL : Arrangement.IN_OUT;
  }

  private static String tensorName(Kind kind) {
    return switch (kind) {
      case WEIGHT, GAMMA -> "weight";
      case BIAS, BETA -> "bias";
      case MEAN -> "_mean";
      case VARIANCE -> "_variance";
    };
  }

  private String resNet(Unit unit) {
    if (unit.name().equals(Unit.HEAD)) {
      return "fc";
    }
    String role = unit.isNorm() ? ".bn" : ".conv";
    if (!unit.isInBlock()) {
      // stem, or stem1 to stem3.
      int number = unit.name().equals("stem") ? 0 : unit.name().charAt("stem".length()) - '1';
      return "stem." + number + role;
    }
    String name =
        unit.name().equals("shortcut")
            ? "short"
            : "conv" + (unit.name().charAt("conv".length()) - '1');
    return "blocks.%d.%s%s".formatted(blocks.index(unit), name, role);
  }

  private String mobileNetV1(Unit unit) {
    if (unit.name().equals(Unit.HEAD)) {
      return "fc";
    }
    String role = unit.isNorm() ? ".bn" : ".conv";
    return unit.isInBlock()
        ? "blocks.%d.%s_conv%s".formatted(blocks.index(unit), unit.name(), role)
        : "conv" + role;
  }

  private static String mobileNetV2(Unit unit) {
    String role = unit.isNorm() ? "._batch_norm" : "._conv";
    if (!unit.isInBlock()) {
      return switch (unit.name()) {
        case "stem" -> "conv1" + role;
        case "last" -> "conv9" + role;
        default -> "out";
      };
    }
    String stage = "conv" + (unit.stage() + 1);
    String block =
        unit.block() == 1
            ? stage + "._first_block"
            : "%s.%s_%d".formatted(stage, stage, unit.block());
    return "%s._%s%s".formatted(block, UNITS.get(unit.name()), role);
  }

  private String mobileNetV3(Unit unit) {
    boolean isAlone =
        unit.name().startsWith("se.")
            || unit.name().equals(Unit.HEAD)
            || unit.name().equals(Unit.HIDDEN_HEAD);
    String role = isAlone ? "" : unit.isNorm() ? ".bn" : ".conv";
    String name = UNITS.get(unit.name()) + role;
    return unit.isInBlock() ? "blocks.%d.%s".formatted(blocks.index(unit), name) : name;
  }
}
