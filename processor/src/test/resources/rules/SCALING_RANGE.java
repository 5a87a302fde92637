@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [SCALING_RANGE] batch 4 is 1/64 of the reference batch 256: scaling was tested up to a factor of 32
// warning: [BATCH_NORM_SMALL] batch normalisation sees 4 examples
@Batch(4)
@LearningRate(reference = 0.1, referenceBatch = 256)
interface FarFromKnown {}
