@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224)
@Batch(256) @LearningRate(reference = 0.001, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// info: [OPTIMIZER_CHOICE] adaptive optimisers such as @Adam
@Adam
interface Adaptive {}
