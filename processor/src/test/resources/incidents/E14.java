// E14, FMix#28, HCGNet#2, timm#1118, speech-commands#5: train accuracy below validation with mixing is no bug
// info: [TRAIN_ACCURACY_MIXED]
@Recipe(id = "mixed", epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @Batch(256)
@CosineDecay @LearningRate(reference = 0.1, referenceBatch = 256) @CutMix(alpha = 1)
interface Mixed {}
