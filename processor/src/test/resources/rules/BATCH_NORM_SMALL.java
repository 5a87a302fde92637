@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
@Batch(
    devices = 64,
    // warning: [BATCH_NORM_SMALL] batch normalisation sees 4 examples, fewer than 8: batch 256 = 64 x 1 x 4
    value = 256)
interface ManyDevices {}
