@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @LinearWarmup @CosineDecay @Momentum
@Batch(1024)
@LearningRate(
    reference = 0.1,
    referenceBatch = 256,
    // error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.4 at batch 1024
    peak = 0.1)
interface ForgottenPeak {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @CosineDecay @Momentum @Batch(256)
@LearningRate(
    reference = 0.1,
    referenceBatch = 256,
    // warning: [LR_BATCH_SCALING] peak learning rate 0.12 does not follow linear scaling
    peak = 0.12)
interface RoughPeak {}
