// B10, Lightning#1476: 16,000 warm-up steps lasted 1,000 updates because they were counted per forward pass
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum
@Batch(value = 256, accumulate = 16) @LearningRate(reference = 0.1, referenceBatch = 256)
@LinearWarmup(steps = 16_000) @CosineDecay
interface Updates {}
