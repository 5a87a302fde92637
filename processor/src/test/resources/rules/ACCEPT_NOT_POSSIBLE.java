@Recipe(epochs = 10)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay @LinearWarmup(epochs = 1)
// error: [ACCEPT_NOT_POSSIBLE] VALUE_RANGE cannot be accepted
@Accept(rule = Rule.VALUE_RANGE, because = "I know better")
interface Stubborn {}
