package dev.recipe4j.recipes.cifar;

import dev.recipe4j.Batch;
import dev.recipe4j.Cifar10;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.Momentum;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.PadAndCrop;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.Recipe;
import dev.recipe4j.ResNet;

/**
 * ResNet18 with a stem for small images: 94.82 % as published by mmpretrain (8 x 16, 200 epochs).
 */
@Recipe(id = "cifar10-resnet18", epochs = 200)
@ResNet(depth = 18, stem = ResNet.Stem.SMALL, style = NetworkStyle.TORCHVISION)
@Cifar10
@Batch(128)
@LearningRate(reference = 0.1, referenceBatch = 128)
@Momentum(0.9)
@PiecewiseDecay(
    atEpochs = {100, 150},
    factor = 0.1)
@L2Decay(1e-4)
@PadAndCrop(pad = 4)
@RandomFlip
public interface Cifar10ResNet18 {}
