@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@PiecewiseDecay(atEpochs = {30, 60, 90}) @LinearWarmup @Batch(value = 256, devices = 4)
@LearningRate(
    reference = 0.1,
    // warning: [REFERENCE_IS_PER_DEVICE] reference batch 64 is the share of one device of batch 256 = 4 x 1 x 64
    referenceBatch = 64,
    peak = 0.1)
interface PerDevice {}
