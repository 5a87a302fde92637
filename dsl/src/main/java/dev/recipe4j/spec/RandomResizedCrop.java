package dev.recipe4j.spec;

import dev.recipe4j.Interpolation;
import java.util.OptionalInt;

/**
 * A random part of the image, resized to a square.
 *
 * @see dev.recipe4j.RandomResizedCrop
 */
public record RandomResizedCrop(
    int value,
    double minScale,
    double maxScale,
    double minRatio,
    double maxRatio,
    Interpolation interpolation)
    implements Crop {
  /** Resized without aliasing. */
  public RandomResizedCrop(
      int value, double minScale, double maxScale, double minRatio, double maxRatio) {
    this(value, minScale, maxScale, minRatio, maxRatio, Interpolation.ANTIALIASED);
  }

  @Override
  public OptionalInt size() {
    return OptionalInt.of(value);
  }
}
