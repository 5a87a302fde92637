// C10, ConvNeXt PR#91: warm-up epochs and warm-up steps both written
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256) @CosineDecay
@LearningRate(reference = 0.1, referenceBatch = 256)
// error: [ONE_OF_MEMBERS]
@LinearWarmup(epochs = 0, steps = 100)
interface Both {}
