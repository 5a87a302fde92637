// J3, hydra#2193: a required field that was missing was not reported
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// error: [MISSING_SLOT] no component fills the slot SCHEDULE
// error: [MISSING_SLOT] the recipe does not say its epochs
@Recipe
interface Incomplete {}
