package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalDouble;

/**
 * A bound on gradients.
 *
 * @see dev.recipe4j.GradientClip
 */
public record GradientClip(OptionalDouble norm, OptionalDouble value) implements Component {
  @Override
  public Slot slot() {
    return Slot.CLIP;
  }
}
