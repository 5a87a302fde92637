// A11, mmdetection#10728, #11566: accumulation and automatic scaling: who halves the learning rate?
// info: [EFFECTIVE_BATCH]
@Recipe(id = "accumulated", epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @CosineDecay
@Batch(value = 256, accumulate = 2) @LearningRate(reference = 0.1, referenceBatch = 256)
interface WhoHalves {}
