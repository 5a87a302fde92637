package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.runtime.weights.Unit.Blocks;

/**
 * The names in the files that Keras publishes, where they are older than its code, which reads
 * files in the order of its layers and not by name: the classifier of the ResNets is {@code probs},
 * and MobileNetV2 is as in the first version of mobilenet_v2.py in keras-applications.
 */
final class KerasFileNames implements Naming {
  private final KerasNames names;
  private final boolean isResNet;
  private final Blocks blocks;

  KerasFileNames(Network network) {
    this.names = new KerasNames(network);
    this.isResNet = isResNet(network);
    this.blocks = Blocks.of(network);
  }

  /** Whether the files of a network have other names than the code. */
  static boolean cover(Network network) {
    return KerasNames.cover(network) && (isResNet(network) || network.name().equals("MobileNetV2"));
  }

  private static boolean isResNet(Network network) {
    return network.name().startsWith("ResNet");
  }

  @Override
  public String publisher() {
    return "Keras files";
  }

  @Override
  public PublishedTensor of(Entry entry) {
    Unit unit = Unit.of(entry.layer());
    if (unit.name().equals(Unit.HEAD)) {
      return names.tensor(isResNet ? "probs" : "Logits", entry);
    }
    if (isResNet || !unit.isInBlock()) {
      return names.of(entry);
    }
    int index = blocks.index(unit);
    String layer =
        (unit.isNorm() ? "bn%d_conv_%d_bn_%s" : "mobl%d_conv_%d_%s")
            .formatted(index, index, unit.name());
    return names.tensor(layer, entry);
  }
}
