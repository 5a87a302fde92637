// A1, PaddleClas#2532: a recipe for 4 cards was run on one; the answer was "divide lr by 4"
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @L2Decay(1e-4)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1)
@Batch(64)
// error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.025 at batch 64
@LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
interface OneCard {}
