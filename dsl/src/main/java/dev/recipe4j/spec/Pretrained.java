package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;

/**
 * Published weights, named by their marker type.
 *
 * @see dev.recipe4j.Pretrained
 */
public record Pretrained(String value, List<String> freeze, double headRateFactor)
    implements Component {
  public Pretrained {
    freeze = List.copyOf(freeze);
  }

  @Override
  public Slot slot() {
    return Slot.PRETRAINED;
  }
}
