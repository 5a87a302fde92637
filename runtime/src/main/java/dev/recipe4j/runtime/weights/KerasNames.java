package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.weights.Unit.Blocks;

/**
 * The names of Keras applications, {@code layer/weight}.
 *
 * <p>Its ResNets take blue first ({@code preprocess_input} of keras/applications/imagenet_utils.py,
 * mode {@code caffe}); their first convolution is turned round, so that ours take red first.
 */
final class KerasNames implements Naming {
  private static final String STEM = "stem";

  private final String family;
  private final Blocks blocks;

  KerasNames(Network network) {
    this.family = network.name();
    this.blocks = Blocks.of(network);
  }

  /** Whether Keras has networks of the family. */
  static boolean cover(Network network) {
    return (network.name().startsWith("ResNet") && !network.name().endsWith("_vd"))
        || network.name().startsWith("MobileNet");
  }

  @Override
  public String publisher() {
    return "Keras";
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
    return tensor(layer, entry);
  }

  /** A tensor of a layer that Keras calls so. */
  PublishedTensor tensor(String layer, Entry entry) {
    return new PublishedTensor(layer + "/" + tensorName(entry), arrangement(entry));
  }

  private static String tensorName(Entry entry) {
    return switch (entry.tensor().kind()) {
      case WEIGHT -> Naming.isDepthwiseWeight(entry) ? "depthwise_kernel" : "kernel";
      case BIAS -> "bias";
      case GAMMA -> "gamma";
      case BETA -> "beta";
      case MEAN -> "moving_mean";
      case VARIANCE -> "moving_variance";
    };
  }

  private Arrangement arrangement(Entry entry) {
    if (entry.tensor().kind() != Kind.WEIGHT) {
      return Arrangement.SAME;
    }
    if (Naming.isDenseWeight(entry)) {
      boolean isConvolution = family.equals("MobileNetV1") || family.startsWith("MobileNetV3");
      return isConvolution ? Arrangement.PIXEL_IN_OUT : Arrangement.IN_OUT;
    }
    if (Naming.isDepthwiseWeight(entry)) {
      return Arrangement.ROWS_COLUMNS_CHANNELS;
    }
    return family.startsWith("ResNet") && Unit.of(entry.layer()).name().equals(STEM)
        ? Arrangement.ROWS_COLUMNS_REVERSED_IN_OUT
        : Arrangement.ROWS_COLUMNS_IN_OUT;
  }

  private static String resNet(Unit unit) {
    if (unit.name().equals(Unit.HEAD)) {
      return "predictions";
    }
    String role = unit.isNorm() ? "_bn" : "_conv";
    if (!unit.isInBlock()) {
      return "conv1" + role;
    }
    String number = unit.name().equals("shortcut") ? "0" : unit.name().substring("conv".length());
    return "conv%d_block%d_%s%s".formatted(unit.stage() + 1, unit.block(), number, role);
  }

  private static String mobileNetV1(Unit unit) {
    String role = unit.isNorm() ? "_bn" : "";
    return switch (unit.name()) {
      case "depthwise" -> "conv_dw_" + unit.block() + role;
      case "pointwise" -> "conv_pw_" + unit.block() + role;
      case "stem" -> "conv1" + role;
      default -> "conv_preds";
    };
  }

  private String mobileNetV2(Unit unit) {
    if (unit.isInBlock()) {
      int index = blocks.index(unit);
      String block = index == 0 ? "expanded_conv_" : "block_" + index + "_";
      return block + unit.name() + (unit.isNorm() ? "_BN" : "");
    }
    return switch (unit.name()) {
      case "stem" -> unit.isNorm() ? "bn_Conv1" : "Conv1";
      case "last" -> unit.isNorm() ? "Conv_1_bn" : "Conv_1";
      default -> "predictions";
    };
  }

  private String mobileNetV3(Unit unit) {
    String role = unit.isNorm() ? "/BatchNorm" : "";
    if (unit.isInBlock()) {
      int index = blocks.index(unit);
      String block = index == 0 ? "expanded_conv/" : "expanded_conv_" + index + "/";
      return block
          + switch (unit.name()) {
            case "se.squeeze" -> "squeeze_excite/Conv";
            case "se.excite" -> "squeeze_excite/Conv_1";
            default -> unit.name() + role;
          };
    }
    return switch (unit.name()) {
      case "stem" -> "Conv" + role;
      case "last" -> "Conv_1" + role;
      case Unit.HIDDEN_HEAD -> "Conv_2";
      default -> "Logits";
    };
  }
}
