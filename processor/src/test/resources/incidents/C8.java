// C8, composer PR#2458, #3115: warm-up and horizon in different units
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256) @CosineDecay
@LearningRate(reference = 0.1, referenceBatch = 256)
@LinearWarmup(steps = 5005)
interface OneEpoch {}
