// B13, Lightning PR#11599: total steps given where the interval was the epoch
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [BOUNDARY_UNREACHED]
@PiecewiseDecay(atEpochs = {150_150, 300_300}, factor = 0.1)
interface StepsAsEpochs {}
