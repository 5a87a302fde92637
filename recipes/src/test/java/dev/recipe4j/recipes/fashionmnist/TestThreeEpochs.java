package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.Recipe;

/** The quick start cut short, for tests. */
@Recipe(id = "test-three-epochs", epochs = 3)
public interface TestThreeEpochs extends FashionMnistLeNet {}
