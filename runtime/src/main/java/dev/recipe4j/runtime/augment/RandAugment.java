package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/**
 * Operations drawn uniformly with replacement and applied one after another, all at one strength
 * (Cubuk et al., arXiv 1909.13719). A larger magnitude is stronger for every operation, as timm's
 * "increasing" operations are; in PaddleClas posterize and solarize get weaker.
 */
record RandAugment(int layers, int magnitude) implements ImageOperation {
  private static final int STRONGEST = 30;
  private static final double WHOLE_RANGE = 10;
  private static final PolicyOperation[] OPERATIONS = PolicyOperation.values();

  RandAugment {
    if (layers < 1 || magnitude < 0 || magnitude > STRONGEST) {
      throw new IllegalArgumentException(
          "%d operations of magnitude %d; write at least 1 operation, and 0 to %d"
              .formatted(layers, magnitude, STRONGEST));
    }
  }

  @Override
  public Image apply(Image image, Draw draw) {
    Image result = image;
    for (int layer = 0; layer < layers; layer++) {
      PolicyOperation operation = OPERATIONS[draw.below(OPERATIONS.length)];
      result = operation.apply(result, operation.amount(magnitude / WHOLE_RANGE), draw);
    }
    return result;
  }
}
