// A10, mmengine#894, PR#1080: automatic scaling ignores accumulation
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @LinearWarmup(epochs = 5) @CosineDecay
@Batch(value = 1024, devices = 2, accumulate = 4)
// error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.4 at batch 1024
@LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
interface Accumulated {}
