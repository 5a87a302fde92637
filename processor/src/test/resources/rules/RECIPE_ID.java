@Recipe(
    epochs = 8,
    // error: [RECIPE_ID] the id "My LeNet" is not lower-case words joined by hyphens
    id = "My LeNet")
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay
interface Named {}
