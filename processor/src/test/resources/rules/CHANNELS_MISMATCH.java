@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@Normalize(
    std = 1,
    // error: [CHANNELS_MISMATCH] @Normalize has 1 means and 1 standard deviations for 3 channels
    mean = 0)
interface GreyInColour {}
