package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.LearningRate;
import dev.recipe4j.Recipe;
import dev.recipe4j.Slot;
import dev.recipe4j.Without;

/**
 * The same network and augmentation without the ImageNet weights, for comparison; {@code
 * docs/transfer.md} has its run.
 */
@Recipe(id = "caltech101-largest-from-scratch")
@Without(Slot.PRETRAINED)
@LearningRate(reference = 0.05, referenceBatch = 64)
public interface Caltech101LargestFromScratch extends Caltech101LargestFineTuned {}
