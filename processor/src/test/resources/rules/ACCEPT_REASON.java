@Recipe(epochs = 10)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay @LinearWarmup
// error: [ACCEPT_REASON] the accept of WARMUP_TOO_LONG gives no reason
@Accept(rule = Rule.WARMUP_TOO_LONG, because = " ")
interface NoReason {}
