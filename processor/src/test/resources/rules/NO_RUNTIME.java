@Weights(
    normalize = @Normalize(mean = {0.485, 0.456, 0.406}, std = {0.229, 0.224, 0.225}),
    sha256 = "0000000000000000000000000000000000000000000000000000000000000000",
    origin = "published")
@MobileNetV3(size = MobileNetV3.Size.SMALL)
interface PaddleMobileNetV3 {}
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
// error: [NO_RUNTIME] @Pretrained has no runtime
@Pretrained(PaddleMobileNetV3.class)
interface Ahead {}
