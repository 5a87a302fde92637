@Recipe(epochs = 120)
@ResNet(depth = 50)
@Dataset(classes = 10, trainExamples = 513) @RandomResizedCrop(224) @Momentum
@Normalize(mean = {0, 0, 0}, std = {1, 1, 1})
@PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [LAST_BATCH_OF_ONE] the last batch of an epoch has 1 of 256 examples
@Batch(256)
interface OneLeft {}
