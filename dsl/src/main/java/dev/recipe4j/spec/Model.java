package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import dev.recipe4j.network.Network;

/** A component that describes a network. */
public interface Model extends Component {
  /** The network with one output (logit) for each class. */
  Network network(int classes);

  @Override
  default Slot slot() {
    return Slot.MODEL;
  }
}
