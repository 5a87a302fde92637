package com.acme;

import dev.recipe4j.*;

@Recipe(id = "imagenet-resnet50", epochs = 120)
@ResNet(depth = 50)
@ImageNet1k
@Batch(value = 1024, devices = 4)
@LearningRate(reference = 0.1, referenceBatch = 256)
@Momentum(0.9)
@LinearWarmup(epochs = 28)
@PiecewiseDecay(atEpochs = {30, 60, 90, 100})
@L2Decay(1e-4)
@RandomResizedCrop(224)
@RandomFlip
@Accept(rule = Rule.BOUNDARY_UNREACHED, because = "the last decay is for longer runs")
public interface ImageNetResNet50 {}
