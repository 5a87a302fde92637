@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
@Batch(
    devices = 3,
    // error: [BATCH_NOT_DIVISIBLE] batch 256 cannot be divided into 3 devices x 1 = 3 shards of one size
    value = 256)
interface ThreeDevices {}
