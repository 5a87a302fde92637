package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Dropout before the classifier.
 *
 * @see dev.recipe4j.Dropout
 */
public record Dropout(double value) implements Component {
  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }
}
