package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Slot;

/** A component that says how a gradient changes the parameters. */
public interface Optimizer extends Component {
  /** How the learning rate follows the batch where the recipe leaves it open. */
  Scaling automaticScaling();

  @Override
  default Slot slot() {
    return Slot.OPTIMIZER;
  }
}
