// B21, five widely used systems: epochs were cut and milestones kept: never reached, nobody says so
@Recipe(epochs = 60) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [BOUNDARY_UNREACHED] boundaries 60 and 90 are never reached in 60 epochs
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1)
interface Cut {}
