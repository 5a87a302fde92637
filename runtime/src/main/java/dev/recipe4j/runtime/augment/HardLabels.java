package dev.recipe4j.runtime.augment;

/** One class for each example. */
public interface HardLabels extends Labels {}
