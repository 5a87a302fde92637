@Recipe(epochs = 5)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay
// error: [WARMUP_TOO_LONG] a warm-up of 5 epochs is 100 % of the training of 5 epochs
@LinearWarmup(epochs = 5)
interface OnlyWarmup {}

// warning: [WARMUP_TOO_LONG] a warm-up of 5 epochs is 50 % of the training of 10 epochs
@Recipe(epochs = 10)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay
@LinearWarmup
interface HalfWarmup {}
