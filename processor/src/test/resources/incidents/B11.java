// B11, Lightning#12894, timm#1235: the cosine ran faster with accumulation or another number of GPUs
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum
@Batch(value = 256, devices = 2, accumulate = 2) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay
interface Derived {}
