@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [FINAL_LR] the learning rate ends at 0.05, 50 % of the peak 0.1, above 10 %
@PiecewiseDecay(atEpochs = 60, factor = 0.5)
interface EndsHigh {}
