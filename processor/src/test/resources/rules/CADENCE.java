@Recipe(
    epochs = 120,
    // error: [CADENCE] evaluateEvery 200 is more than the training of 120 epochs
    evaluateEvery = 200)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
interface Never {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@Checkpoint(
    // error: [CADENCE] everyEpochs 150 is more than the training of 120 epochs
    everyEpochs = 150)
interface NeverStored {}
