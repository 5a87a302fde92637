@Recipe(epochs = 300)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [WARMUP_UNITS] a warm-up of 200200 steps is 40 epochs of 5005 steps, more than 20 epochs
@LinearWarmup(steps = 200_200)
interface Long {}

@Recipe(epochs = 100)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {10, 50})
// warning: [WARMUP_UNITS] a warm-up of 75075 steps is 15 epochs of 5005 steps, more than the first boundary at epoch 10
@LinearWarmup(steps = 75_075)
interface PastTheBoundary {}
