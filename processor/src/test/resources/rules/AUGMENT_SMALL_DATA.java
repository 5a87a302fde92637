@Recipe(epochs = 8) @LeNet @Batch(64) @Momentum @CosineDecay
@LearningRate(reference = 0.05, referenceBatch = 64) @Normalize(mean = 0.5, std = 0.25)
@Dataset(classes = 5, imageSize = 28, channels = 1,
    // info: [AUGMENT_SMALL_DATA] 3670 examples, fewer than 10000
    trainExamples = 3670)
interface FewFlowers {}
