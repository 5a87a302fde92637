package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;

/**
 * Mean and standard deviation of each channel on the scale 0 to 1.
 *
 * @see dev.recipe4j.Normalize
 */
public record Normalize(List<Double> mean, List<Double> std) implements Component {
  public Normalize {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  @Override
  public Slot slot() {
    return Slot.NORMALIZE;
  }
}
