@Recipe(epochs = 120)
@MobileNetV1(width = 0.25) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// info: [SMOOTHING_SMALL_MODEL] label smoothing 0.1 for 470072 parameters
@LabelSmoothing(0.1)
interface SmallSmoothed {}
