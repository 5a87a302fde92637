// E8, Paddle#53574: the last layer was not changed
@Recipe(epochs = 8) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(reference = 0.05, referenceBatch = 64)
interface HeadFollowsTheData {}
