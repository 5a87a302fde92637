package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Slot;

/** A component that says how a gradient changes the parameters. */
public interface Optimizer extends Component {
  /** Which learning rates are usual for it. */
  enum Family {
    /** Gradient descent with or without momentum. */
    SGD,
    /** Adam and AdamW: steps of about the learning rate, whatever the gradient. */
    ADAM,
    /** No opinion. */
    OTHER
  }

  /** The family in which its learning rate is judged. */
  Family family();

  /** How the learning rate follows the batch where the recipe leaves it open. */
  Scaling automaticScaling();

  @Override
  default Slot slot() {
    return Slot.OPTIMIZER;
  }
}
