package dev.recipe4j.spec;

/**
 * Marks the class of a loss of a user's own that takes soft labels: for each example a distribution
 * over the classes, as label smoothing and the mixing of a batch make them. A loss without it takes
 * the number of one class for each example, and no recipe may soften its labels.
 */
public interface TakesSoftLabels {}
