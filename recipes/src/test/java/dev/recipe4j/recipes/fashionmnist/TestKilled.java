package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.Adam;
import dev.recipe4j.Batch;
import dev.recipe4j.Checkpoint;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.Dropout;
import dev.recipe4j.Ema;
import dev.recipe4j.FashionMnist;
import dev.recipe4j.LeNet;
import dev.recipe4j.LearningRate;
import dev.recipe4j.PadAndCrop;
import dev.recipe4j.RandomErasing;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.Recipe;

/** Everything that has a memory or draws random numbers, for runs that are killed. */
@Recipe(id = "test-killed", epochs = 5)
@LeNet
@FashionMnist
@Batch(32)
@LearningRate(reference = 0.001, referenceBatch = 32)
@Adam
@CosineDecay
@PadAndCrop(pad = 2)
@RandomFlip
@RandomErasing
@Dropout(0.1)
@Ema(decay = 0.95)
@Checkpoint(everySteps = 2, keep = 2)
public interface TestKilled {}
