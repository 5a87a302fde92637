@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@PiecewiseDecay(atEpochs = {30, 60, 90}) @Batch(64)
@LearningRate(
    referenceBatch = 64,
    // warning: [PEAK_LR_EXTREME] peak learning rate 0.65 at batch 64 is 2.6 at batch 256, above 0.5
    reference = 0.65)
interface TooFast {}
