@Recipe(epochs = 120)
@MobileNetV1(width = 0.25) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// info: [L2_SMALL_MODEL] l2 1e-4 for 470072 parameters
@L2Decay(1e-4)
interface SmallDecayed {}
