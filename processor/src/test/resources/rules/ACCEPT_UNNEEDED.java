@Recipe(epochs = 100)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay @LinearWarmup
// warning: [ACCEPT_UNNEEDED] WARMUP_TOO_LONG is accepted but not violated
@Accept(rule = Rule.WARMUP_TOO_LONG, because = "as in the paper")
interface Needless {}
