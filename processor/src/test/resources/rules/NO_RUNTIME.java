@Recipe(epochs = 8)
@ImageNet1k @RandomResizedCrop(224) @CosineDecay
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// error: [NO_RUNTIME] @MobileNetV3 has no runtime in this version: it is checked, but cannot be trained
@MobileNetV3(size = MobileNetV3.Size.SMALL)
// error: [NO_RUNTIME] nesterov = true of @Momentum has no runtime in this version
@Momentum(nesterov = true)
// error: [NO_RUNTIME] @Mixup has no runtime
@Mixup
// error: [NO_RUNTIME] @CutMix has no runtime
@CutMix
interface Ahead {}
