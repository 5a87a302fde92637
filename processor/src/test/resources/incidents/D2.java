// D2, PaddleClas PR#2901: fewer than 30 epochs crashed with boundaries of every 30
@Recipe(epochs = 20) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [BOUNDARY_UNREACHED] boundaries 30 and 60 and 90
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1)
interface Short {}
