// A6, PaddleOCR#7079: only the batch per card is written: which number of cards does the learning rate assume?
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @CosineDecay
@Batch(256)
// warning: [LR_REFERENCE_MISSING]
@LearningRate(peak = 0.1)
interface NoReference {}
