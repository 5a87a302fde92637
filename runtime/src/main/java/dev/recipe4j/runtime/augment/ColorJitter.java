package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/**
 * Brightness, contrast, saturation and hue changed in a random order, each by a factor or turn that
 * is uniform within its limits; torchvision's ColorJitter.
 */
record ColorJitter(double brightness, double contrast, double saturation, double hue)
    implements ImageOperation {
  private static final int CHANGES = 4;

  ColorJitter {
    if (!(brightness >= 0 && contrast >= 0 && saturation >= 0 && hue >= 0 && hue <= 0.5)) {
      throw new IllegalArgumentException(
          ("changes of brightness %s, contrast %s, saturation %s and hue %s;"
                  + " write 0 or more, and for the hue at most 0.5")
              .formatted(brightness, contrast, saturation, hue));
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    Image result = image;
    for (int change : draw.permutation(CHANGES)) {
      result =
          switch (change) {
            case 0 -> Enhancement.brightness(result, factor(brightness, draw));
            case 1 -> Enhancement.contrast(result, factor(contrast, draw));
            case 2 -> Enhancement.color(result, factor(saturation, draw));
            default -> hue == 0 ? result : Hue.turn(result, draw.uniform(-hue, hue));
          };
    }
    return result;
  }

  private static double factor(double change, Draw draw) {
    return draw.uniform(Math.max(1 - change, 0), 1 + change);
  }
}
