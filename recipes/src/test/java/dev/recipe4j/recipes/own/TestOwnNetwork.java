package dev.recipe4j.recipes.own;

import dev.recipe4j.Dropout;
import dev.recipe4j.Recipe;
import dev.recipe4j.recipes.fashionmnist.FashionMnistLeNet;

/** The quick start with a network of a user's own, cut short. */
@Recipe(id = "test-own-network", epochs = 3)
@SqueezedResidual(channels = 8)
@Dropout(0.1)
public interface TestOwnNetwork extends FashionMnistLeNet {}
