// B2, stable-worldmodel#280: a warm-up in steps was stepped per epoch: warm-up for ever
@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256) @CosineDecay
// error: [WARMUP_TOO_LONG]
@LinearWarmup(steps = 500_500)
interface ForEver {}
