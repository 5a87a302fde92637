@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @LinearWarmup(epochs = 5, shift = false)
// error: [BOUNDARY_IN_WARMUP] boundary 5 lies in the warm-up of 5 epochs
@PiecewiseDecay(atEpochs = {5, 60})
interface EarlyBoundary {}
