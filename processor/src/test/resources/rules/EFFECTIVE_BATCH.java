@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
// info: [EFFECTIVE_BATCH] batch 256 = 4 devices x 1 x 64; peak lr 0.1 = 0.1 x 1
@Batch(value = 256, devices = 4)
interface Explained {}
