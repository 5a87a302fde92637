package dev.recipe4j.spec;

import java.util.OptionalInt;

/**
 * A random part of the image, resized to a square.
 *
 * @see dev.recipe4j.RandomResizedCrop
 */
public record RandomResizedCrop(
    int value, double minScale, double maxScale, double minRatio, double maxRatio) implements Crop {
  @Override
  public OptionalInt size() {
    return OptionalInt.of(value);
  }
}
