// B19, bshall/Tacotron#3, cszn/KAIR#101, detectron2#2058: milestones of 20,000 and 100,000 are iterations, and right
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atSteps = {20_000, 100_000, 300_000}, factor = 0.1)
interface Iterations {}
