package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * The centre of an evaluated image.
 *
 * @see dev.recipe4j.EvaluationCrop
 */
public record EvaluationCrop(int resize, int crop) implements Component {
  /** Published practice: the training size 224 is evaluated at a shorter side of 256. */
  private static final double RESIZE = 256.0 / 224;

  /** The usual crop for a network that was trained on squares of the given side. */
  public static EvaluationCrop forTrainingSize(int side) {
    return new EvaluationCrop((int) Math.round(side * RESIZE), side);
  }

  @Override
  public Slot slot() {
    return Slot.EVALUATION;
  }
}
