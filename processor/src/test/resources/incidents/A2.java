// A2, PaddleClas#2589: the same with an attribute recipe of 8 cards
@Recipe(epochs = 30) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @CosineDecay
@Batch(32)
// error: [LR_BATCH_SCALING] peak learning rate 0.01 does not follow linear scaling: 0.01 at batch 256 gives 0.00125 at batch 32
@LearningRate(reference = 0.01, referenceBatch = 256, peak = 0.01)
interface Attributes {}
