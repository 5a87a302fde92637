@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @CosineDecay @Batch(1024) @LinearWarmup
@AdamW
@LearningRate(
    reference = 0.001,
    referenceBatch = 256,
    // warning: [SCALING_FAMILY] linear scaling with @AdamW: 0.001 at batch 256 gives 0.004 at batch 1024, the square root of the batch 0.002
    scaling = LearningRate.Scaling.LINEAR)
interface Linear {}
