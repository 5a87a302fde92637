package com.acme.swatches;

import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.LeNet;
import dev.recipe4j.LearningRate;
import dev.recipe4j.Momentum;
import dev.recipe4j.Recipe;
import dev.recipe4j.ResizeTo;

/** Tells swatches apart. The peak is written out: the compiler checks it against the batch. */
@Recipe(epochs = 5)
@LeNet
@Swatches
@Batch(16)
@LearningRate(reference = 0.02, referenceBatch = 16, peak = 0.02)
@Momentum(0.9)
@CosineDecay
@ResizeTo(28)
public interface SwatchesLeNet {}
