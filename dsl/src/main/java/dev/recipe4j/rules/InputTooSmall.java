package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Positioned;
import dev.recipe4j.spec.Crop;
import java.util.List;
import java.util.Optional;

/**
 * The input is large enough for the network: the last feature map is larger than a pixel before it
 * is averaged, and no layer runs out of pixels.
 */
final class InputTooSmall extends Check {
  InputTooSmall() {
    super(Rule.INPUT_TOO_SMALL, List.of(Slot.MODEL, Slot.DATASET), List.of(Slot.CROP));
  }

  private static final int LARGEST_SOUGHT = 1024;

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.network().stream()
        .filter(sized -> !isLargeEnough(sized))
        .map(sized -> finding(recipe, sized))
        .toList();
  }

  private static boolean isLargeEnough(SizedNetwork sized) {
    return sized.fits()
        && sized.lastFeatureMap().filter(SizedNetwork::isOnePixel).isEmpty()
        && sized.convolutionOfOnePixel().isEmpty();
  }

  private Finding finding(Subject recipe, SizedNetwork sized) {
    return finding(
        sized.fits() ? Severity.WARNING : Severity.ERROR, at(recipe), message(sized), fix(sized));
  }

  private static Positioned at(Subject recipe) {
    boolean isCropped = recipe.spec().crop().flatMap(crop -> sizeOf(crop)).isPresent();
    return isCropped ? recipe.member(Slot.CROP, "value") : recipe.member(Slot.DATASET, "imageSize");
  }

  private static Optional<Integer> sizeOf(Crop crop) {
    return crop.size().isPresent() ? Optional.of(crop.size().getAsInt()) : Optional.empty();
  }

  private static String message(SizedNetwork sized) {
    if (!sized.fits()) {
      return "an input of %s does not fit the network: %s".formatted(sized.input(), sized.fault());
    }
    String network = sized.network().name();
    return sized
        .convolutionOfOnePixel()
        .map(
            layer ->
                "an input of %s leaves 1x1 to layer %s of %s, which slides over one pixel"
                    .formatted(sized.input(), layer.name(), network))
        .orElseGet(
            () ->
                "an input of %s leaves a last feature map of 1x1 to %s: its pooling averages one pixel"
                    .formatted(sized.input(), network));
  }

  /** The smallest side that is large enough: larger inputs have larger feature maps. */
  private static String fix(SizedNetwork sized) {
    int low = sized.input().height();
    int high = LARGEST_SOUGHT;
    if (low >= high || !isLargeEnough(sized.at(high))) {
      return "choose another input size or another network";
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (isLargeEnough(sized.at(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return "train on %d pixels or more, as with @RandomResizedCrop(%d)".formatted(high, high);
  }
}
