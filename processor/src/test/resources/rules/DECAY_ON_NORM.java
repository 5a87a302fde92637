@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@L2Decay(
    value = 1e-4,
    // info: [DECAY_ON_NORM] weight decay does not apply to the 54120 parameters of normalisation and bias
    normAndBias = false)
interface Decayed {}
