@Recipe(epochs = 8)
@ResNet(depth = 50) @ImageNet1k @CosineDecay @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
@RandomResizedCrop(
    value = 224,
    // error: [NO_RUNTIME] interpolation = LINEAR of @RandomResizedCrop has no runtime in this version
    interpolation = Interpolation.LINEAR)
interface Ahead {}
