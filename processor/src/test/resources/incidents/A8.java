// A8, mmdetection#10143, #11497, #11576: the same question three times
@Recipe(epochs = 12) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @LinearWarmup(epochs = 1) @CosineDecay
@Batch(value = 64, devices = 4)
// warning: [REFERENCE_IS_PER_DEVICE]
@LearningRate(reference = 0.02, referenceBatch = 16, peak = 0.02)
interface SameQuestion {}
