// info: [COSINE_FEW_EPOCHS] a cosine of 120 epochs over 1281167 examples
@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @CosineDecay
interface ShortCosine {}
