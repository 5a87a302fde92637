// D4, PaddleClas PR#2898: unsorted and repeated boundaries were accepted
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [BOUNDARIES_ORDER] boundaries {60, 30, 30, 90} are not positive and increasing: 30 follows 60
@PiecewiseDecay(atEpochs = {60, 30, 30, 90}, factor = 0.1)
interface Unsorted {}
