package dev.recipe4j.runtime.advice;

/** How a network fits the data that it was trained on (training-tricks §8). */
public enum Fit {
  /** It knows the training images much better than others of their kind. */
  OVERFITTED,
  /** It does not even know the training images well: training is made harder than it need be. */
  UNDERFITTED,
  /** Neither. */
  BALANCED,
  /** It has learned little more than nothing: what holds it back is not how it is regularised. */
  UNTRAINED
}
