@LeNet @FashionMnist @LearningRate(reference = 0.05, referenceBatch = 64)
@CosineDecay
// error: [MISSING_SLOT] no component fills the slot BATCH
// error: [MISSING_SLOT] no component fills the slot OPTIMIZER
// error: [MISSING_SLOT] the recipe does not say its epochs
@Recipe
interface Gaps {}
