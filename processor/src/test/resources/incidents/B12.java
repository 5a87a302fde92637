// B12, diffusers#2632, accelerate#963, #1170, SpecForge#364, ColossalAI#1112: schedule and accumulation differed by a factor
@Recipe(epochs = 90) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum
@Batch(value = 256, devices = 2, accumulate = 2) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay
interface Derived {}
