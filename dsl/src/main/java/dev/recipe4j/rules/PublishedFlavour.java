package dev.recipe4j.rules;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.ResNet;
import java.util.List;

/**
 * A style stands for published weights, so there is none of what was never published: torchvision
 * has no MobileNetV1, and Keras only bottleneck ResNets of variant B with the large stem.
 */
final class PublishedFlavour extends Check {
  private static final int FIRST_BOTTLENECK = 50;

  PublishedFlavour() {
    super(Rule.VALUE_RANGE, List.of(Slot.MODEL), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Model model = recipe.spec().model();
    if (model instanceof MobileNetV1 net && net.style() == NetworkStyle.TORCHVISION) {
      return List.of(finding(recipe, "torchvision publishes no MobileNetV1", "PADDLE"));
    }
    boolean isUnknownToKeras =
        model instanceof ResNet net
            && net.style() == NetworkStyle.KERAS
            && (net.depth() < FIRST_BOTTLENECK
                || net.variant() != Variant.B
                || net.stem() != Stem.IMAGENET);
    return isUnknownToKeras
        ? List.of(
            finding(
                recipe,
                "Keras publishes ResNets of depth 50, 101 and 152, variant B and stem IMAGENET only",
                "TORCHVISION"))
        : List.of();
  }

  private Finding finding(Subject recipe, String message, String style) {
    return finding(
        recipe.member(Slot.MODEL, "style"), message, "write style = NetworkStyle." + style);
  }
}
