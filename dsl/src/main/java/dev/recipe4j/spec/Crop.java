package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalInt;

/** A component that says which part of a training image is seen. */
public interface Crop extends Component {
  /** Side of the square that the network sees, or empty if the image size is kept. */
  OptionalInt size();

  @Override
  default Slot slot() {
    return Slot.CROP;
  }
}
