// A5, PaddlePaddle/models#2628: NaN on one GPU: the default learning rate was for 8
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @CosineDecay
@Batch(32)
// error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.0125 at batch 32
// warning: [PEAK_LR_EXTREME] peak learning rate 0.1 at batch 32 is 0.8 at batch 256
@LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
interface DefaultRate {}
