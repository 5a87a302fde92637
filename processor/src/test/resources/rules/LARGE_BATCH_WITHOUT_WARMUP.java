@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @CosineDecay @Momentum
// warning: [LARGE_BATCH_WITHOUT_WARMUP] batch 1024 is 4 times the reference batch 256
@Batch(1024)
@LearningRate(reference = 0.1, referenceBatch = 256)
interface ColdStart {}
