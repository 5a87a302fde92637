@Recipe(epochs = 120)
@MobileNetV1(width = 0.25) @ImageNet1k @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// info: [CROP_SCALE_SMALL_MODEL] crops down to 0.08 of the image at all ratios for 470072 parameters
@RandomResizedCrop(224)
interface TinyCrops {}
