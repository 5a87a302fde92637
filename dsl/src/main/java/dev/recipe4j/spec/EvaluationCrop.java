package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * The centre of an evaluated image.
 *
 * @see dev.recipe4j.EvaluationCrop
 */
public record EvaluationCrop(int resize, int crop) implements Component {
  @Override
  public Slot slot() {
    return Slot.EVALUATION;
  }
}
