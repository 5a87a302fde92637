// D1, PaddleClas PR#2898, #2899: boundaries and values were ignored because a learning rate was present
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [ONE_OF_MEMBERS]
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1, values = {0.1, 0.01, 0.001, 0.0001})
interface TwoSources {}
