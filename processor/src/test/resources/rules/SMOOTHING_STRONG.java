@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [SMOOTHING_STRONG] label smoothing 0.9, above 0.3, trains the true one of 1000 classes towards 0.1009
@LabelSmoothing(0.9)
interface Inverted {}
