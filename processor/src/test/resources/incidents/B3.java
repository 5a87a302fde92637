// B3, ACE-Step#198: a warm-up of 4000 steps was 4000 epochs
@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256) @CosineDecay
// error: [WARMUP_TOO_LONG]
@LinearWarmup(epochs = 4000)
interface Steps {}
