// A7, mmpretrain#1763: the base batch was set to the batch per GPU
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @LinearWarmup(epochs = 5) @CosineDecay
@Batch(value = 256, devices = 8)
// warning: [REFERENCE_IS_PER_DEVICE]
@LearningRate(reference = 0.1, referenceBatch = 32, peak = 0.1)
interface BasePerGpu {}
