package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.FashionMnist;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LeNet;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.Momentum;
import dev.recipe4j.Recipe;

/**
 * The quick start: LeNet on Fashion-MNIST with warm-up and cosine decay. The images are taken as
 * they are, 28 x 28.
 */
@Recipe(id = "fashion-mnist-lenet", epochs = 8)
@LeNet
@FashionMnist
@Batch(64)
@LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum(0.9)
@LinearWarmup(epochs = 0.5)
@CosineDecay
@L2Decay(5e-4)
public interface FashionMnistLeNet {}
