// J5, verl#3182, allennlp#1536: errors were found one at a time, after the data was loaded
@Recipe(epochs = 60) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum
// error: [BATCH_NOT_DIVISIBLE]
@Batch(value = 256, devices = 3)
// error: [LR_BATCH_SCALING]
@LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.4)
// error: [BOUNDARY_UNREACHED]
@PiecewiseDecay(atEpochs = {30, 60, 90})
interface ThreeFaults {}
