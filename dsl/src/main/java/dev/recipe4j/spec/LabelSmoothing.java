package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * Labels softened towards all classes.
 *
 * @see dev.recipe4j.LabelSmoothing
 */
public record LabelSmoothing(double value) implements Component {
  @Override
  public Slot slot() {
    return Slot.SMOOTHING;
  }
}
