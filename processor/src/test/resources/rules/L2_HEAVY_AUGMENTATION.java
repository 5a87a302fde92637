@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@RandAugment
// info: [L2_HEAVY_AUGMENTATION] l2 1e-4 with @RandAugment
@L2Decay(1e-4)
interface Heavy {}
