package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;

/**
 * The reported accuracies.
 *
 * @see dev.recipe4j.TopK
 */
public record TopK(List<Integer> value) implements Component {
  /** What a recipe that says nothing gets, as the default of the annotation. */
  static final TopK USUAL = new TopK(List.of(1, 5));

  public TopK {
    value = List.copyOf(value);
  }

  @Override
  public Slot slot() {
    return Slot.TOP_K;
  }
}
