@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @LinearWarmup
// info: [EFFECTIVE_BOUNDARIES] decay at 30/60/90 acts at epochs 35/65/95
@PiecewiseDecay(atEpochs = {30, 60, 90})
interface Shifted {}
