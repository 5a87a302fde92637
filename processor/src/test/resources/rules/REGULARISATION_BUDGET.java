@Recipe(epochs = 120)
@MobileNetV1(width = 0.25) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [REGULARISATION_BUDGET] 4 regularisers (@RandAugment, @Cutout, @LabelSmoothing, @L2Decay) for 470072 parameters
@RandAugment
@Cutout
@LabelSmoothing
@L2Decay(1e-4)
interface Overburdened {}
