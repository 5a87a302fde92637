// A13, mosaicml/diffusion#17: the same learning rate for any number of GPUs is right: the batch there is global
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @CosineDecay
@Batch(value = 256, devices = 8) @LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
interface GlobalBatch {}
