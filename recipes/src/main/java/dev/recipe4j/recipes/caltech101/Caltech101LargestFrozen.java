package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.LearningRate;
import dev.recipe4j.Pretrained;
import dev.recipe4j.Recipe;
import dev.recipe4j.recipes.weights.KerasMobileNetV1x025;

/**
 * Trains a classifier on the frozen features of the ImageNet weights; {@code docs/transfer.md} has
 * its run.
 */
@Recipe(id = "caltech101-largest-frozen")
@Pretrained(
    value = KerasMobileNetV1x025.class,
    freeze = {
      "stem", "block1", "block2", "block3", "block4", "block5", "block6", "block7", "block8",
      "block9", "block10", "block11", "block12", "block13"
    })
@LearningRate(reference = 0.1, referenceBatch = 64)
public interface Caltech101LargestFrozen extends Caltech101LargestFineTuned {}
