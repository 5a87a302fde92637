package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.LearningRate;
import dev.recipe4j.Pretrained;
import dev.recipe4j.Recipe;

/** Starts from weights that nobody has, for tests. */
@Recipe(id = "test-pretrained", epochs = 3)
@Pretrained(TestWeights.class)
@LearningRate(reference = 0.005, referenceBatch = 64)
public interface TestPretrained extends FashionMnistLeNet {}
