@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// error: [VALUE_RANGE] value of @Momentum is 1.5, but must be at least 0 and below 1
@Momentum(1.5)
@CosineDecay
interface FastMomentum {}

@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(
    // error: [VALUE_RANGE] reference of @LearningRate is 0, but must be greater than 0
    reference = 1 / 4,
    referenceBatch = 64)
interface IntegerQuotient {}
