package dev.recipe4j.recipes.advice;

import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.FashionMnist;
import dev.recipe4j.LeNet;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.Momentum;
import dev.recipe4j.Recipe;

/** Learns the training images by heart: nothing varies them, and no weight decays. */
@Recipe(id = "advice-overfitted", epochs = 16)
@LeNet
@FashionMnist
@Batch(64)
@LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum(0.9)
@LinearWarmup(epochs = 0.5)
@CosineDecay
public interface OverfittedLeNet {}
