@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum
@CosineDecay
// error: [DUPLICATE_SLOT] @ConstantRate fills the slot SCHEDULE that @CosineDecay fills already
@ConstantRate
interface TwoSchedules {}

@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay
@L2Decay(1e-4)
// error: [DUPLICATE_SLOT] @Cutout fills the slot ERASE that @HideAndSeek fills already
@HideAndSeek @Cutout
interface TwoErasers {}
