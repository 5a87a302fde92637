@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// info: [L2_DATA_SIZE] l2 2e-4 for 1281167 examples, more than 1000000
@L2Decay(2e-4)
interface MuchData {}
