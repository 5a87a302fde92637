@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @CosineDecay
@Accept(rule = Rule.WARMUP_TOO_LONG, because = "a test")
@LinearWarmup(
    epochs = 60,
    // warning: [LR_JUMP] the learning rate jumps from 0.1 to 0.05 where the warm-up of 60 epochs ends
    shift = false)
interface Jump {}
