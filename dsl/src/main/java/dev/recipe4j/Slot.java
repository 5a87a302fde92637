package dev.recipe4j;

/**
 * A place in a recipe that a component fills: one annotation type names its slot with {@link
 * ComponentOf}, and the compiler checks how many components fill each slot.
 */
public enum Slot {
  /** The recipe itself: id, epochs, seed. */
  RECIPE(Need.REQUIRED),
  /** The network. */
  MODEL(Need.REQUIRED, Form.OPEN),
  /** The facts of the data set. */
  DATASET(Need.REQUIRED),
  /** The names of the classes. */
  CLASS_NAMES(Need.OPTIONAL),
  /** Examples per optimiser update. */
  BATCH(Need.REQUIRED),
  /** Peak learning rate. */
  LEARNING_RATE(Need.REQUIRED),
  /** How a gradient changes the parameters. */
  OPTIMIZER(Need.REQUIRED, Form.OPEN),
  /** How the learning rate falls after the warm-up. */
  SCHEDULE(Need.REQUIRED, Form.OPEN),
  /** How the learning rate rises at the start. */
  WARMUP(Need.OPTIONAL),
  /** Weight decay. */
  DECAY(Need.OPTIONAL),
  /** Softened labels. */
  SMOOTHING(Need.OPTIONAL),
  /** How much each class counts in the loss. */
  CLASS_WEIGHTS(Need.OPTIONAL),
  /** What is minimised; softmax cross-entropy if empty. */
  LOSS(Need.OPTIONAL, Form.OPEN),
  /** Which part of a training image is seen, and at which size. */
  CROP(Need.OPTIONAL),
  /** Which part of an evaluated image is seen. */
  EVALUATION(Need.OPTIONAL),
  /** Mirroring. */
  FLIP(Need.OPTIONAL),
  /** Changes of colour and form before normalisation. */
  POLICY(Need.OPTIONAL, Form.OPEN),
  /** Mean and standard deviation of the input channels. */
  NORMALIZE(Need.REQUIRED),
  /** Erased parts of a normalised image. */
  ERASE(Need.OPTIONAL, Form.OPEN),
  /** Mixing of the examples of a batch: up to two different ones. */
  MIX(Need.OPTIONAL, Form.PAIRED),
  /** Averaged weights. */
  EMA(Need.OPTIONAL),
  /** Bounds on gradients. */
  CLIP(Need.OPTIONAL),
  /** An end before the last epoch. */
  EARLY_STOPPING(Need.OPTIONAL),
  /** When the run is stored. */
  CHECKPOINT(Need.OPTIONAL),
  /** Reported accuracies. */
  TOP_K(Need.OPTIONAL),
  /** Dropout before the classifier. */
  DROPOUT(Need.OPTIONAL),
  /** Weights to start from. */
  PRETRAINED(Need.OPTIONAL);

  private enum Need {
    REQUIRED,
    OPTIONAL
  }

  private enum Form {
    /** One component of the language. */
    CLOSED,
    /** One component, which may be a user's own. */
    OPEN,
    /** Up to two different components of the language. */
    PAIRED
  }

  private final Need need;
  private final Form form;

  Slot(Need need) {
    this(need, Form.CLOSED);
  }

  Slot(Need need, Form form) {
    this.need = need;
    this.form = form;
  }

  /** Whether every recipe must fill this slot. */
  public boolean isRequired() {
    return need == Need.REQUIRED;
  }

  /** Whether a user's own component may fill this slot. */
  public boolean isOpen() {
    return form == Form.OPEN;
  }

  /** How many different components may fill this slot together. */
  public int capacity() {
    return form == Form.PAIRED ? 2 : 1;
  }
}
