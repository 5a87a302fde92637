package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.OptionalDouble;

/** A way of mixing the examples of a batch with each other. */
public interface Mix extends Component {
  /** Share of the batches that are mixed so, as written. */
  OptionalDouble probability();

  @Override
  default Slot slot() {
    return Slot.MIX;
  }
}
