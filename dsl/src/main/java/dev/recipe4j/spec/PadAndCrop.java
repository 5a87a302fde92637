package dev.recipe4j.spec;

import java.util.OptionalInt;

/**
 * A random part of the padded image, of the image's own size.
 *
 * @see dev.recipe4j.PadAndCrop
 */
public record PadAndCrop(int pad) implements Crop {
  @Override
  public OptionalInt size() {
    return OptionalInt.empty();
  }
}
