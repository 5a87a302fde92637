// A12, pyskl#26: 4 instead of 8 GPUs and half the learning rate still lost accuracy: the rule is approximate
// info: [EFFECTIVE_BATCH]
@Recipe(id = "half", epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @CosineDecay
@Batch(value = 64, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 128)
interface HalfTheCards {}
