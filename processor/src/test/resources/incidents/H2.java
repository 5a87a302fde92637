// H2, DenseNet#57, mlcommons/hpc#22: a factor of 2 between L2 and decay: here value x w is added to the gradient, must compile
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@L2Decay(1e-4)
interface PublishedDecay {}
