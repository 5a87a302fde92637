package dev.recipe4j.runtime.augment;

/** Form of the labels of a batch. */
public interface Labels {}
