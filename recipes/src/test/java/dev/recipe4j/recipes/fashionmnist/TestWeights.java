package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.LeNet;
import dev.recipe4j.Normalize;
import dev.recipe4j.Weights;

/** Weights that nobody has, for tests. */
@Weights(
    classes = 10,
    channels = 1,
    normalize = @Normalize(mean = 0.2860, std = 0.3530),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000",
    origin = "https://example.org/le-net.safetensors")
@LeNet
public interface TestWeights {}
