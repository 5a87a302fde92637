package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.Recipe;

/**
 * {@link Caltech101MobileNetV1} on the 20 largest classes; {@code docs/transfer.md} has its run.
 */
@Recipe(id = "caltech101-largest-fine-tuned")
@Caltech101Largest
public interface Caltech101LargestFineTuned extends Caltech101MobileNetV1 {}
