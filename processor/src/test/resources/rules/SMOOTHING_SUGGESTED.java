@Recipe(epochs = 120) @ImageNet1k @RandomResizedCrop(224) @Momentum
// info: [SMOOTHING_SUGGESTED] 25557032 parameters
@ResNet(depth = 50)
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
interface LargeAndHard {}
