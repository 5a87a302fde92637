package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;

/**
 * Weights of the classes in the loss, in the order of the labels; balanced by the training images
 * if empty.
 *
 * @see dev.recipe4j.ClassWeights
 */
public record ClassWeights(List<Double> value) implements Component {
  public ClassWeights {
    value = List.copyOf(value);
  }

  /** Whether the weights follow from the training images. */
  public boolean isBalanced() {
    return value.isEmpty();
  }

  @Override
  public Slot slot() {
    return Slot.CLASS_WEIGHTS;
  }
}
