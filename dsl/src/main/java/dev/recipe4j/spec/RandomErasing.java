package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * One erased rectangle.
 *
 * @see dev.recipe4j.RandomErasing
 */
public record RandomErasing(double p, double minArea, double maxArea, double minAspect)
    implements Component {
  @Override
  public Slot slot() {
    return Slot.ERASE;
  }
}
