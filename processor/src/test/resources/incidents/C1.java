// C1, composer#1077: warm-up as long as training: division by zero at the last step
@Recipe(epochs = 10) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256) @CosineDecay
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [WARMUP_TOO_LONG] a warm-up of 10 epochs is 100 % of the training of 10 epochs
@LinearWarmup(epochs = 10)
interface AllWarmUp {}
