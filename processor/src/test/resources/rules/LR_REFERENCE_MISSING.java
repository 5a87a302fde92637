@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256)
@PiecewiseDecay(atEpochs = {30, 60, 90})
@LearningRate(
    // warning: [LR_REFERENCE_MISSING] peak learning rate 0.1 does not say for which batch it is known to work
    peak = 0.1)
interface NoReference {}
