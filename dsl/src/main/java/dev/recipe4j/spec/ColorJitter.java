package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Random colour changes.
 *
 * @see dev.recipe4j.ColorJitter
 */
public record ColorJitter(double brightness, double contrast, double saturation, double hue)
    implements Component {
  @Override
  public Slot slot() {
    return Slot.POLICY;
  }
}
