package dev.recipe4j.recipes.imagenet;

import dev.recipe4j.Batch;
import dev.recipe4j.ImageNet1k;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.Momentum;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.RandomResizedCrop;
import dev.recipe4j.Recipe;
import dev.recipe4j.ResNet;

/**
 * ResNet50, the 120-epoch baseline of the training tricks §2: 76.50 % top-1, 93.00 % top-5 as
 * published by PaddleClas.
 */
@Recipe(id = "resnet50-imagenet", epochs = 120)
@ResNet(depth = 50)
@ImageNet1k
@Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
@Momentum(0.9)
@PiecewiseDecay(
    atEpochs = {30, 60, 90},
    factor = 0.1)
@L2Decay(1e-4)
@RandomResizedCrop(224)
@RandomFlip
public interface ResNet50ImageNet {}
