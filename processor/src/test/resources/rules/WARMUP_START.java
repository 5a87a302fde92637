@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@LinearWarmup(
    epochs = 5,
    // error: [WARMUP_START] the warm-up starts at 1 times the peak
    startFactor = 1)
interface HotStart {}
