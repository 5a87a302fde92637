package dev.recipe4j.spec;

import java.util.OptionalInt;

/**
 * The whole image, resized to a square.
 *
 * @see dev.recipe4j.ResizeTo
 */
public record ResizeTo(int value) implements Crop {
  @Override
  public OptionalInt size() {
    return OptionalInt.of(value);
  }
}
