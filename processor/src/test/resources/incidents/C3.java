// C3, PaddleClas PR#1249: a longer warm-up was clamped, and constant after
// error: [WARMUP_TOO_LONG] a warm-up of 5 epochs is 125 % of the training of 4 epochs
@Recipe(epochs = 4) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256) @CosineDecay
@LearningRate(reference = 0.1, referenceBatch = 256)
@LinearWarmup
interface Clamped {}
