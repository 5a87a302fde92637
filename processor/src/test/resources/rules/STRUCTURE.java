// error: [STRUCTURE] Kind cannot be a recipe: it is an enum
@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay
enum Kind {}
