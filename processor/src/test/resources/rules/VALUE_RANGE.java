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

@Weights(classes = 1, channels = 1, normalize = @Normalize(mean = 0.5, std = 0.25),
    checksum = "abc", origin = "published")
@LeNet
interface Damaged {}
@Recipe(epochs = 8) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(reference = 0.05, referenceBatch = 64)
// error: [VALUE_RANGE] classes of @Weights is 1, but must be at least 2, on Damaged
// error: [VALUE_RANGE] checksum of @Weights is 'abc', but must be sha256: and 64 hexadecimal digits, or md5: and 32, on Damaged
@Pretrained(Damaged.class)
interface DamagedWeights {}
