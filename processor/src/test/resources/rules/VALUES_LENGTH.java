@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(
    atEpochs = {30, 60, 90},
    // error: [VALUES_LENGTH] values {0.1, 0.01, 0.001} are 3, but boundaries {30, 60, 90} need 4
    values = {0.1, 0.01, 0.001})
interface OneShort {}
